namespace FailScope;

/// <summary>The answer of a turn, and how the turn came to it.</summary>
/// <typeparam name="TResult">What a call returns.</typeparam>
public sealed class FallbackResult<TResult>
{
    internal FallbackResult(TResult value, FallbackTrail trail)
    {
        Value = value;
        Trail = trail;
    }

    /// <summary>The answer.</summary>
    public TResult Value { get; }

    /// <summary>What was tried, what was skipped, and which model answered.</summary>
    public FallbackTrail Trail { get; }

    /// <summary>Takes the result apart: <c>(string answer, FallbackTrail trail) = await chain.RunWithTrailAsync(…)</c>.</summary>
    /// <param name="value">The answer.</param>
    /// <param name="trail">What was tried, what was skipped, and which model answered.</param>
    public void Deconstruct(out TResult value, out FallbackTrail trail)
    {
        value = Value;
        trail = Trail;
    }
}
