namespace FailScope;

/// <summary>
/// Stamps what is remembered: UTC ticks, made strictly increasing, and never behind what another process stamped (a hybrid
/// logical clock). Whether a call began before a cool-down is then a comparison of two stamps, also between processes, and beginning
/// a call needs no clock: it takes the last stamp that was given.
/// </summary>
internal sealed class CooldownClock(TimeProvider timeProvider)
{
    private long _last;

    /// <summary>Now, in UTC ticks.</summary>
    internal long Now => timeProvider.GetUtcNow().UtcTicks;

    /// <summary>The last stamp that was given or seen.</summary>
    internal long Last => Volatile.Read(ref _last);

    /// <summary>A new stamp. Called by one thread at a time.</summary>
    internal long Next(long now)
    {
        long next = Math.Max(_last + 1, now);
        Volatile.Write(ref _last, next);
        return next;
    }

    /// <summary>Takes note of a stamp from elsewhere. Called by one thread at a time.</summary>
    internal void Observe(long stamp) => Volatile.Write(ref _last, Math.Max(_last, stamp));
}
