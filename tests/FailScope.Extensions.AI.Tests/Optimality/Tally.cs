namespace FailScope.Extensions.AI.Tests.Optimality;

/// <summary>Counts what has been checked.</summary>
internal sealed class Tally
{
    private long _shapes;
    private long _situations;
    private long _failures;
    private long _walks;
    private long _calls;

    internal long Shapes => Volatile.Read(ref _shapes);

    /// <param name="shapes">Chains.</param>
    /// <param name="situations">Sets of models that a turn can have left.</param>
    /// <param name="failures">Failures in such a situation.</param>
    /// <param name="walks">Turns from the first call to the last.</param>
    /// <param name="calls">Calls in all those turns.</param>
    internal void Add(long shapes, long situations, long failures, long walks, long calls)
    {
        Interlocked.Add(ref _shapes, shapes);
        Interlocked.Add(ref _situations, situations);
        Interlocked.Add(ref _failures, failures);
        Interlocked.Add(ref _walks, walks);
        Interlocked.Add(ref _calls, calls);
    }

    public override string ToString() =>
        (_situations > 0 ? $"{_shapes:N0} chains, {_situations:N0} situations, {_failures:N0} failures in them, " : $"{_shapes:N0} chains, ")
        + $"{_walks:N0} walks with {_calls:N0} calls, 0 differences";
}
