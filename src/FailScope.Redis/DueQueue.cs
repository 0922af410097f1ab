namespace FailScope.Redis;

/// <summary>
/// Cool-downs in the order of their deadlines. A deadline may be outdated: it is the one at the time of adding, so the caller looks up the current
/// one in the memory. Not thread-safe.
/// </summary>
internal sealed class DueQueue
{
    private readonly PriorityQueue<CooldownKey, DateTimeOffset> _queue = new();

    internal int Count => _queue.Count;

    /// <summary>Adds a cool-down. One that is added twice is taken twice.</summary>
    internal void Add(CooldownKey key, DateTimeOffset until) => _queue.Enqueue(key, until);

    /// <summary>Replaces the content by all entries that have a deadline.</summary>
    internal void Refill(IEnumerable<CooldownEntry> entries)
    {
        _queue.Clear();
        _queue.EnqueueRange(entries.Where(entry => entry.Until is not null).Select(entry => (CooldownKey.Of(entry), entry.Until!.Value)));
    }

    /// <summary>Takes the first cool-down, if its deadline is not after a point in time.</summary>
    internal bool TryTake(DateTimeOffset until, out CooldownKey key)
    {
        if (_queue.TryPeek(out key, out DateTimeOffset first) && first <= until)
        {
            _queue.Dequeue();
            return true;
        }

        key = default;
        return false;
    }
}
