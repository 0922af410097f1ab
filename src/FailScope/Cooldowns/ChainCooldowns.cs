namespace FailScope;

/// <summary>The cool-downs of a snapshot that retire models of one chain, as masks over its positions.</summary>
internal sealed class ChainCooldowns
{
    private readonly CooldownEntry[] _entries;
    private readonly CooldownCell[] _cells;
    private readonly ChainMask[] _masks;
    private readonly ChainMask _any;
    private CoolingMask _cooling;

    internal ChainCooldowns(FallbackChain chain, CooldownEntry[] entries, CooldownCell[] cells)
    {
        Chain = chain;
        (CooldownEntry Entry, CooldownCell Cell, ChainMask Mask)[] concerning =
            [.. entries.Zip(cells, (entry, cell) => (entry, cell, ChainMask.Of(chain, entry.Retires))).Where(row => !row.Item3.IsEmpty)];
        _entries = Array.ConvertAll(concerning, row => row.Entry);
        _cells = Array.ConvertAll(concerning, row => row.Cell);
        _masks = Array.ConvertAll(concerning, row => row.Mask);
        _any = ChainMask.Union(chain, _masks);

        // Already expired, so that the first reader computes the real mask.
        _cooling = new CoolingMask(long.MinValue, default);
    }

    internal FallbackChain Chain { get; }

    /// <summary>The number of cool-downs that affect the chain.</summary>
    internal int Count => _entries.Length;

    internal CooldownEntry Entry(int index) => _entries[index];

    internal CooldownCell Cell(int index) => _cells[index];

    /// <summary>The cool-down at an index, with its state at a point in time.</summary>
    internal CooldownEntry EntryAt(int index, long now) => _cells[index].At(_entries[index], now);

    /// <summary>Whether any cool-down, expired or not, retires the model at a position.</summary>
    internal bool Concerns(int position) => _any.Contains(position);

    /// <summary>Whether the given cool-down, expired or not, retires the model at a position.</summary>
    internal bool Concerns(int position, int index) => _masks[index].Contains(position);

    /// <summary>Removes the models whose cool-downs have not expired from a turn.</summary>
    internal FallbackState RemoveCooling(FallbackState state, long now)
    {
        if (_entries.Length == 0)
        {
            return state;
        }

        CoolingMask cooling = Volatile.Read(ref _cooling);
        if (now >= cooling.ValidUntil)
        {
            cooling = CoolingAt(now);
            Volatile.Write(ref _cooling, cooling);
        }

        return cooling.Mask.IsEmpty ? state : state.Without(cooling.Mask.Word, cooling.Mask.Words);
    }

    private CoolingMask CoolingAt(long now)
    {
        // Expired cool-downs stay expired, so nothing changes until the next deadline.
        long next = long.MaxValue;
        var cooling = new List<ChainMask>(_entries.Length);
        for (int i = 0; i < _entries.Length; i++)
        {
            if (_entries[i].UntilTicks > now)
            {
                next = Math.Min(next, _entries[i].UntilTicks);
                cooling.Add(_masks[i]);
            }
        }

        return new CoolingMask(next, ChainMask.Union(Chain, cooling));
    }

    /// <summary>The models that are cooling, and until when this is valid.</summary>
    private sealed class CoolingMask(long validUntil, ChainMask mask)
    {
        internal long ValidUntil { get; } = validUntil;

        internal ChainMask Mask { get; } = mask;
    }
}
