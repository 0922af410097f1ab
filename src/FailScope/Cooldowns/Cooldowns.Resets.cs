namespace FailScope;

// What ends cool-downs from outside: a person, or a new key.
public sealed partial class Cooldowns
{
    private readonly KeyHasher _keyHasher;

    // When a key was last reset for every tenant: also for those of which nothing is known yet.
    private readonly Dictionary<string, long> _endsForAllTenants = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public bool Reset(IScopeKey scope, string? tenant = null)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return Reset(scope, tenant, ScopeReach.IsForAllTenants(scope.Kind));
    }

    /// <inheritdoc/>
    public bool ResetForAllTenants(IScopeKey scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return Reset(scope, null, forAllTenants: true);
    }

    /// <inheritdoc/>
    public bool ObserveKey(Credential credential, string key, string? tenant = null)
    {
        ArgumentNullException.ThrowIfNull(credential);
        ArgumentException.ThrowIfNullOrEmpty(key);
        CredentialScopeKey scope = credential.CredentialScope;
        string hash = _keyHasher.Hash(scope, tenant, key);
        bool isOther;
        bool isOfOther;
        lock (_lock)
        {
            CooldownCells cells = GetOrAddCells(tenant);
            string? before = cells.ObserveKey(scope.Value, hash, _clock.Now);
            isOther = before is not null && before != hash;
            isOfOther = IsOfOther(scope) || IsOfOther(credential.KeyBudgetScope);
            _sweeper.Start();

            // What an earlier process or another one remembered of another key.
            bool IsOfOther(IScopeKey key) => cells.Find(key.Value, includesFree: true)?.Longest?.KeyHash is { } known && known != hash
                || cells.Find(key.Value, includesFree: false)?.Longest?.KeyHash is { } other && other != hash;
        }

        if (isOther || isOfOther)
        {
            Reset(scope, tenant);
            Reset(credential.KeyBudgetScope, tenant);
        }

        return isOther || isOfOther;
    }

    private bool Reset(IScopeKey scope, string? tenant, bool forAllTenants)
    {
        bool wasCooling;
        CooldownChange change;
        lock (_lock)
        {
            change = CooldownChange.ForReset(scope, tenant, forAllTenants, _clock.Next(_clock.Now));
            wasCooling = End(change);
        }

        Send([change]);
        return wasCooling;
    }

    /// <summary>Ends what a reset ends.</summary>
    /// <returns>Whether anything was cooling.</returns>
    private bool End(CooldownChange change)
    {
        if (!change.IsForAllTenants || ScopeReach.IsForAllTenants(change.Scope.Kind))
        {
            return End(ScopeReach.IsForAllTenants(change.Scope.Kind) ? _forAll : GetOrAddCells(change.Tenant), change);
        }

        _endsForAllTenants[change.Scope.Value] = Math.Max(change.Stamp, _endsForAllTenants.GetValueOrDefault(change.Scope.Value));
        _sweeper.Start();
        bool wasCooling = false;
        foreach (CooldownCells cells in AllCells())
        {
            if (cells.Find(change.Scope.Value, true) is not null || cells.Find(change.Scope.Value, false) is not null)
            {
                wasCooling |= End(cells, change);
            }
        }

        return wasCooling;
    }

    private bool End(CooldownCells cells, CooldownChange change)
    {
        bool wasCooling = false;
        foreach (CooldownCell cell in cells.Under(change.Scope))
        {
            wasCooling |= cell.End(change.Stamp);
            cell.Strikes.Clear();
        }

        _sweeper.Start();
        Publish(cells);
        return wasCooling;
    }
}
