namespace FailScope;

/// <summary>The failures of a transient kind that have not made a cool-down yet.</summary>
internal sealed class CooldownStrikes
{
    private readonly Queue<long> _times = new();
    private long _newestStamp;

    /// <summary>When the last one came, UTC ticks; 0 where there is none.</summary>
    internal long Last { get; private set; }

    internal int Count => _times.Count;

    /// <summary>Adds a failure, and counts those that came within the window.</summary>
    internal int Add(long now, long stamp, TimeSpan window)
    {
        while (_times.TryPeek(out long oldest) && oldest <= now - window.Ticks)
        {
            _times.Dequeue();
        }

        _times.Enqueue(now);
        Last = now;
        _newestStamp = stamp;
        return _times.Count;
    }

    /// <summary>A call that began at this stamp answered.</summary>
    /// <returns>Whether there was anything to forget.</returns>
    internal bool Answered(long stamp) => stamp >= _newestStamp && Clear();

    internal bool Clear()
    {
        bool any = _times.Count > 0;
        _times.Clear();
        Last = 0;
        return any;
    }
}
