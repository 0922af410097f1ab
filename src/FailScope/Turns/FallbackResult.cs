namespace FailScope;

/// <summary>The result of a turn, with its trail.</summary>
/// <typeparam name="TResult">The result type of a call.</typeparam>
public sealed class FallbackResult<TResult>
{
    internal FallbackResult(TResult value, FallbackTrail trail)
    {
        Value = value;
        Trail = trail;
    }

    /// <summary>The result of the call that succeeded.</summary>
    public TResult Value { get; }

    /// <summary>Which models were tried, which were skipped, and which one answered.</summary>
    public FallbackTrail Trail { get; }

    /// <summary>Deconstructs the result: <c>(string answer, FallbackTrail trail) = await chain.RunWithTrailAsync(…)</c>.</summary>
    /// <param name="value">The result of the call that succeeded.</param>
    /// <param name="trail">Which models were tried, which were skipped, and which one answered.</param>
    public void Deconstruct(out TResult value, out FallbackTrail trail)
    {
        value = Value;
        trail = Trail;
    }
}
