namespace FailScope;

/// <summary>The failures of a transient kind that have not yet started a cool-down.</summary>
internal sealed class CooldownStrikes
{
    private readonly Queue<Strike> _strikes = new();
    private long _newestStamp;

    /// <summary>When the last one occurred, in UTC ticks; 0 if there is none.</summary>
    internal long Last { get; private set; }

    internal int Count => _strikes.Count;

    /// <summary>Adds a failure.</summary>
    /// <param name="now">When it occurred, in UTC ticks.</param>
    /// <param name="model">The scope key of the model that failed.</param>
    /// <param name="stamp">When it was remembered, see <see cref="CooldownClock"/>.</param>
    /// <param name="limit">How many failures start a cool-down.</param>
    /// <returns>Whether this failure and the earlier ones within the window start a cool-down.</returns>
    internal bool Add(long now, string model, long stamp, in StrikeLimit limit)
    {
        while (_strikes.TryPeek(out Strike oldest) && oldest.At <= now - limit.Window.Ticks)
        {
            _strikes.Dequeue();
        }

        bool isWeak = limit.IsForBrokenConnections;
        _strikes.Enqueue(new Strike(now, model, isWeak));
        Last = now;
        _newestStamp = stamp;

        // A lost connection is weaker evidence than a failed connect. Failed connects count toward the limit of lost ones, but not the reverse.
        Strike[] counted = [.. _strikes.Where(strike => isWeak || !strike.IsWeak)];
        return counted.Length >= limit.Failures && counted.DistinctBy(strike => strike.Model, StringComparer.Ordinal).Count() >= limit.Models;
    }

    /// <summary>Records that a call which began at this stamp succeeded.</summary>
    /// <returns>Whether any failure was removed.</returns>
    /// <remarks>
    /// The success of a later call removes all failures. The success of a call that overlapped with them removes only one. Otherwise, with
    /// many calls at once, a few failures among many successes would add up to a cool-down.
    /// </remarks>
    internal bool Answered(long stamp)
    {
        if (stamp >= _newestStamp || _strikes.Count <= 1)
        {
            return Clear();
        }

        _strikes.Dequeue();
        return true;
    }

    internal bool Clear()
    {
        bool any = _strikes.Count > 0;
        _strikes.Clear();
        Last = 0;
        return any;
    }

    private readonly record struct Strike(long At, string Model, bool IsWeak);
}

/// <summary>How many failures start a cool-down.</summary>
/// <param name="Failures">The number of failures, less the successes between them.</param>
/// <param name="Models">The number of different models that they must come from.</param>
/// <param name="Window">The time within which they must occur.</param>
/// <param name="IsForBrokenConnections">Whether they are connections to a provider that were made and then lost.</param>
internal readonly record struct StrikeLimit(int Failures, int Models, TimeSpan Window, bool IsForBrokenConnections);
