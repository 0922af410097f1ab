namespace FailScope;

/// <summary>
/// Creates the stamps of remembered failures. A stamp is a time in UTC ticks that is strictly increasing and never behind a stamp from
/// another process (a hybrid logical clock). Comparing two stamps tells whether a call began before a cool-down, even across processes.
/// Starting a call does not read the clock: it takes the last stamp that was given.
/// </summary>
internal sealed class CooldownClock(TimeProvider timeProvider)
{
    private long _last;

    /// <summary>The current time, in UTC ticks.</summary>
    internal long Now => timeProvider.GetUtcNow().UtcTicks;

    /// <summary>The last stamp that was given or observed.</summary>
    internal long Last => Volatile.Read(ref _last);

    /// <summary>Creates a new stamp. Not thread-safe.</summary>
    internal long Next(long now)
    {
        long next = Math.Max(_last + 1, now);
        Volatile.Write(ref _last, next);
        return next;
    }

    /// <summary>Observes a stamp from another process. Not thread-safe.</summary>
    internal void Observe(long stamp) => Volatile.Write(ref _last, Math.Max(_last, stamp));
}
