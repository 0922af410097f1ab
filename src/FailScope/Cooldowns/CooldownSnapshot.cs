namespace FailScope;

/// <summary>What is cooling at one moment, for readers without a lock. Immutable, except for cached results per chain.</summary>
internal sealed class CooldownSnapshot
{
    // An application has few chains. If chains are created at run time, only the last ones are kept, so that the cache does not grow.
    private const int MostChains = 16;

    private readonly CooldownCell[] _cells;
    private readonly CooldownEntry[] _entries;
    private ChainCooldowns[] _chains = [];
    private int _nextReplaced;

    internal CooldownSnapshot(CooldownCell[] cells)
    {
        _cells = cells;
        _entries = Array.ConvertAll(cells, cell => cell.Entry!);
    }

    internal int Count => _entries.Length;

    /// <summary>The cool-down at an index, with its state at a point in time.</summary>
    internal CooldownEntry EntryAt(int index, long now) => _cells[index].At(_entries[index], now);

    /// <summary>The cool-downs under a scope key, at most two.</summary>
    internal List<CooldownEntry> EntriesUnder(IScopeKey scope, long now)
    {
        var entries = new List<CooldownEntry>();
        string text = scope.Value;
        for (int i = 0; i < _entries.Length; i++)
        {
            if (_entries[i].Scope.Value == text)
            {
                entries.Add(EntryAt(i, now));
            }
        }

        return entries;
    }

    /// <summary>The part of the snapshot that affects a chain.</summary>
    internal ChainCooldowns Of(FallbackChain chain)
    {
        foreach (ChainCooldowns known in Volatile.Read(ref _chains))
        {
            if (ReferenceEquals(known.Chain, chain))
            {
                return known;
            }
        }

        return Add(new ChainCooldowns(chain, _entries, _cells));
    }

    // Two threads may both add an item. The one that loses the race is used once and then dropped.
    private ChainCooldowns Add(ChainCooldowns added)
    {
        ChainCooldowns[] before = Volatile.Read(ref _chains);
        ChainCooldowns[] after;
        if (before.Length < MostChains)
        {
            after = [.. before, added];
        }
        else
        {
            after = [.. before];
            after[(int)((uint)Interlocked.Increment(ref _nextReplaced) % MostChains)] = added;
        }

        Interlocked.CompareExchange(ref _chains, after, before);
        return added;
    }
}
