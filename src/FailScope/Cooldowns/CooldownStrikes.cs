namespace FailScope;

/// <summary>The failures of a transient kind that have not made a cool-down yet.</summary>
internal sealed class CooldownStrikes
{
    private readonly Queue<Strike> _strikes = new();
    private long _newestStamp;

    /// <summary>When the last one came, UTC ticks; 0 where there is none.</summary>
    internal long Last { get; private set; }

    internal int Count => _strikes.Count;

    /// <summary>Adds a failure.</summary>
    /// <param name="now">When it came, UTC ticks.</param>
    /// <param name="model">The key of the model that failed.</param>
    /// <param name="stamp">When it was remembered, see <see cref="CooldownClock"/>.</param>
    /// <param name="limit">How many make a cool-down.</param>
    /// <returns>Whether it and those before it within the window are enough for a cool-down.</returns>
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

        // A connection that broke off shows less than one that was never made: the others count for it, it does not count for them.
        Strike[] counted = [.. _strikes.Where(strike => isWeak || !strike.IsWeak)];
        return counted.Length >= limit.Failures && counted.DistinctBy(strike => strike.Model, StringComparer.Ordinal).Count() >= limit.Models;
    }

    /// <summary>A call that began at this stamp answered.</summary>
    /// <returns>Whether there was anything to forget.</returns>
    /// <remarks>
    /// After an answer of a later call nothing is left of the failures. An answer of a call that overlapped with them takes one of
    /// them back: where many calls run at once, a few failures among many answers would otherwise add up to a cool-down.
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

/// <summary>How many failures make a cool-down.</summary>
/// <param name="Failures">How many, less the answers between them.</param>
/// <param name="Models">Of how many different models.</param>
/// <param name="Window">The time within which they have to come.</param>
/// <param name="IsForBrokenConnections">Whether they are connections of a provider that were made and broke off.</param>
internal readonly record struct StrikeLimit(int Failures, int Models, TimeSpan Window, bool IsForBrokenConnections);
