namespace FailScope;

// Cool-downs that are ended by a person or by a new API key.
public sealed partial class Cooldowns
{
    private readonly KeyHasher _keyHasher;

    // When a scope key was last reset for all tenants, including tenants that are not known yet.
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
        string hash = _keyHasher.Hash(credential.CredentialScope, tenant, key);
        bool isOther = false;
        lock (_lock)
        {
            CooldownCells cells = GetOrAddCells(tenant);
            foreach (IScopeKey scope in ScopesOfKey(credential))
            {
                isOther |= cells.ObserveKey(scope, hash, _clock.Now);
            }

            _sweeper.Start();
        }

        if (isOther)
        {
            foreach (IScopeKey scope in ScopesOfKey(credential))
            {
                Reset(scope, tenant);
            }
        }

        return isOther;
    }

    // The scopes that are about the API key itself: whether it is accepted, and whether it may still spend.
    private static IScopeKey[] ScopesOfKey(Credential credential) => [credential.CredentialScope, credential.KeyBudgetScope];

    private bool Reset(IScopeKey scope, string? tenant, bool forAllTenants)
    {
        bool? wasCooling;
        CooldownChange change;
        lock (_lock)
        {
            change = CooldownChange.ForReset(scope, tenant, forAllTenants, _clock.Next(_clock.Now));
            wasCooling = End(change);
        }

        wasCooling ??= EndForEveryTenant(change);
        Send([change]);
        return wasCooling.Value;
    }

    /// <summary>Ends the cool-downs that a reset applies to. Called under the lock.</summary>
    /// <returns>Whether anything was cooling; null if the caller must call <see cref="EndForEveryTenant"/>, without the lock.</returns>
    private bool? End(CooldownChange change)
    {
        if (!change.IsForAllTenants || ScopeReach.IsForAllTenants(change.Scope.Kind))
        {
            return End(CellsToWrite(change), change);
        }

        if (_endsForAllTenants.GetValueOrDefault(change.Scope.Value) >= change.Stamp)
        {
            return false;
        }

        // From here on, GetOrAddCell applies the reset to each tenant that is written to, even before the enumeration reaches it.
        _endsForAllTenants[change.Scope.Value] = change.Stamp;
        _sweeper.Start();
        return null;
    }

    private bool EndForEveryTenant(CooldownChange change)
    {
        bool wasCooling = false;
        foreach (CooldownCells cells in AllCells())
        {
            lock (_lock)
            {
                if (cells.Find(change.Scope.Value, true) is not null || cells.Find(change.Scope.Value, false) is not null)
                {
                    wasCooling |= End(cells, change);
                }
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
