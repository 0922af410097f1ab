namespace FailScope;

/// <summary>
/// The memory of one tenant, or the memory that applies to all tenants. Cells are changed under the store's lock; readers use the
/// snapshot that is published after each change.
/// </summary>
internal sealed class CooldownCells(string? tenant)
{
    private readonly Dictionary<(string Scope, bool IncludesFree), CooldownCell> _cells = [];
    private readonly Dictionary<string, string> _keyHashes = new(StringComparer.Ordinal);
    private volatile CooldownSnapshot? _snapshot;
    private volatile string[] _struck = [];

    internal string? Tenant { get; } = tenant;

    /// <summary>What is cooling, for readers; null if nothing is.</summary>
    internal CooldownSnapshot? Snapshot => _snapshot;

    /// <summary>The scope keys with failures below their threshold, for readers.</summary>
    internal string[] Struck => _struck;

    internal IEnumerable<CooldownCell> All => _cells.Values;

    internal int Count => _cells.Count;

    /// <summary>When an API key was last observed, in UTC ticks.</summary>
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

    /// <summary>The cells of one scope key. There are two if free models are remembered separately.</summary>
    internal IEnumerable<CooldownCell> Under(IScopeKey scope)
    {
        yield return GetOrAdd(scope, includesFree: true);
        if (ScopeReach.TellsFreeFromPriced(scope.Kind))
        {
            yield return GetOrAdd(scope, includesFree: false);
        }
    }

    /// <summary>Publishes the changes to readers.</summary>
    internal void Publish()
    {
        CooldownCell[] cooling = [.. _cells.Values.Where(cell => cell.Entry is not null)];
        _snapshot = cooling.Length == 0 ? null : new CooldownSnapshot(cooling);
        _struck = [.. _cells.Values.Where(cell => cell.Strikes.Count > 0).Select(cell => cell.Scope.Value)];
    }

    /// <summary>Stores the hash of the API key that a scope is about.</summary>
    /// <returns>Whether the previous hash, or the hash in a remembered failure, differs.</returns>
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

    /// <summary>The hash of the API key that a scope is about; null if the scope is not about a key, or if the key has not been observed.</summary>
    internal string? KeyHash(string scope) => _keyHashes.GetValueOrDefault(scope);

    /// <summary>Removes the cells that were over before a point in time.</summary>
    /// <returns>Whether any cell was removed.</returns>
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
