namespace FailScope;

// Reads the memory without taking the lock.
public sealed partial class Cooldowns
{
    /// <inheritdoc/>
    public IReadOnlyList<CooldownEntry> GetEntries() =>
    [
        .. EnumerateEntries()
            .OrderBy(entry => entry.Tenant, StringComparer.Ordinal)
            .ThenBy(entry => entry.Scope.Value, StringComparer.Ordinal)
            .ThenBy(entry => entry.IncludesFree),
    ];

    /// <inheritdoc/>
    public IEnumerable<CooldownEntry> EnumerateEntries()
    {
        if (!_isCooling)
        {
            yield break;
        }

        long now = _clock.Now;
        foreach (CooldownCells cells in AllCells())
        {
            CooldownSnapshot? snapshot = cells.Snapshot;
            for (int i = 0; i < snapshot?.Count; i++)
            {
                yield return snapshot.EntryAt(i, now);
            }
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<CooldownEntry> GetEntries(FallbackChain chain, string? tenant = null)
    {
        ArgumentNullException.ThrowIfNull(chain);
        var entries = new List<CooldownEntry>();
        long now = _clock.Now;
        foreach (ChainCooldowns? cooldowns in (ChainCooldowns?[])[_forAll.Snapshot?.Of(chain), CellsOf(tenant)?.Snapshot?.Of(chain)])
        {
            for (int i = 0; i < cooldowns?.Count; i++)
            {
                entries.Add(cooldowns.EntryAt(i, now));
            }
        }

        return CooldownEntry.LongestFirst(entries);
    }

    /// <inheritdoc/>
#pragma warning disable RS0026 // The overloads cannot be confused: no type is both a scope key and a chain.
    public IReadOnlyList<CooldownEntry> GetEntries(IScopeKey scope, string? tenant = null)
#pragma warning restore RS0026
    {
        ArgumentNullException.ThrowIfNull(scope);
        CooldownCells? cells = ScopeReach.IsForAllTenants(scope.Kind) ? _forAll : CellsOf(tenant);
        return cells?.Snapshot is { } snapshot ? CooldownEntry.LongestFirst(snapshot.EntriesUnder(scope, _clock.Now)) : [];
    }

    // No tenant is returned twice. A tenant that is added or removed during the enumeration may be missing.
    private IEnumerable<CooldownCells> AllCells()
    {
        yield return _forAll;
        yield return _withoutTenant;
        foreach ((_, CooldownCells cells) in _tenants)
        {
            yield return cells;
        }
    }
}
