namespace FailScope;

/// <summary>
/// What is remembered of one tenant, or for all of them. Cells change under the store's lock; readers see the snapshot that
/// is published after each change.
/// </summary>
internal sealed class CooldownCells(string? tenant)
{
    private readonly Dictionary<(string Scope, bool IncludesFree), CooldownCell> _cells = [];
    private readonly Dictionary<string, string> _keyHashes = new(StringComparer.Ordinal);
    private volatile CooldownSnapshot? _snapshot;
    private volatile string[] _struck = [];

    internal string? Tenant { get; } = tenant;

    /// <summary>What is cooling, for readers; null where nothing is.</summary>
    internal CooldownSnapshot? Snapshot => _snapshot;

    /// <summary>The keys under which failures wait for their threshold, for readers.</summary>
    internal string[] Struck => _struck;

    internal IEnumerable<CooldownCell> All => _cells.Values;

    internal int Count => _cells.Count;

    /// <summary>When a key was last observed, UTC ticks.</summary>
    internal long KeyObservedAt { get; private set; }

    internal CooldownCell? Find(string scope, bool includesFree) => _cells.GetValueOrDefault((scope, includesFree));

    internal CooldownCell GetOrAdd(IScopeKey scope, bool includesFree)
    {
        if (!_cells.TryGetValue((scope.Value, includesFree), out CooldownCell? cell))
        {
            cell = new CooldownCell(scope, Tenant, includesFree);
            _cells.Add((scope.Value, includesFree), cell);
        }

        return cell;
    }

    /// <summary>The cells of one key, of which there are two where free models count apart.</summary>
    internal IEnumerable<CooldownCell> Under(IScopeKey scope)
    {
        yield return GetOrAdd(scope, includesFree: true);
        if (ScopeReach.TellsFreeFromPriced(scope.Kind))
        {
            yield return GetOrAdd(scope, includesFree: false);
        }
    }

    /// <summary>Shows readers what has changed.</summary>
    internal void Publish()
    {
        CooldownCell[] cooling = [.. _cells.Values.Where(cell => cell.Entry is not null)];
        _snapshot = cooling.Length == 0 ? null : new CooldownSnapshot(cooling);
        _struck = [.. _cells.Values.Where(cell => cell.Strikes.Count > 0).Select(cell => cell.Scope.Value)];
    }

    /// <summary>Takes note of the hash of the key that a scope is about.</summary>
    /// <returns>Whether another key is known, or something is remembered of another key.</returns>
    internal bool ObserveKey(IScopeKey scope, string hash, long now)
    {
        bool isOther = _keyHashes.TryGetValue(scope.Value, out string? before) && before != hash;
        foreach (CooldownCell cell in _cells.Values)
        {
            isOther |= cell.Scope.Value == scope.Value && cell.Longest?.KeyHash is { } known && known != hash;
        }

        _keyHashes[scope.Value] = hash;
        KeyObservedAt = now;
        return isOther;
    }

    /// <summary>The hash of the key that a scope is about; null where it is not, or where the key was not observed.</summary>
    internal string? KeyHash(string scope) => _keyHashes.GetValueOrDefault(scope);

    /// <summary>Drops the cells that were over before a point of time.</summary>
    /// <returns>Whether something went.</returns>
    internal bool Forget(long limit)
    {
        List<(string, bool)> over = [];
        foreach ((var key, CooldownCell cell) in _cells)
        {
            if (cell.IsOverBefore(limit))
            {
                over.Add(key);
            }
        }

        over.ForEach(key => _cells.Remove(key));
        return over.Count > 0;
    }
}
