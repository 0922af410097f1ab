namespace FailScope;

/// <summary>What is cooling at one moment, for readers without a lock: immutable, but for what is worked out of it once and kept.</summary>
internal sealed class CooldownSnapshot
{
    // The chains of an application are few. Of chains that are made at run time only the last are kept, so that they do not pile up.
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

    /// <summary>What of it concerns a chain.</summary>
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

    // Two threads may both add; the loser's is used once and forgotten.
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
