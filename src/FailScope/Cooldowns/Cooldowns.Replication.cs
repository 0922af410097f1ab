namespace FailScope;

// Exchanges changes with other processes and with a file.
public sealed partial class Cooldowns
{
    private readonly CooldownSweeper _sweeper;
    private volatile ICooldownReplicator[] _replicators = [];

    /// <summary>From now on, sends every local change to a replicator, and asks it whether this process may probe.</summary>
    /// <param name="replicator">The replicator. Several may be added.</param>
    public void ReplicateWith(ICooldownReplicator replicator)
    {
        ArgumentNullException.ThrowIfNull(replicator);
        lock (_lock)
        {
            _replicators = [.. _replicators, replicator];
        }
    }

    /// <summary>Stops sending changes to a replicator.</summary>
    /// <param name="replicator">The replicator.</param>
    public void StopReplicatingWith(ICooldownReplicator replicator)
    {
        ArgumentNullException.ThrowIfNull(replicator);
        lock (_lock)
        {
            _replicators = Array.FindAll(_replicators, known => known != replicator);
        }
    }

    /// <summary>Merges a change from another process or a file. It is not sent to the replicators.</summary>
    /// <param name="change">
    /// The change. A change that is already known has no effect; one from a clock that is more than a day ahead is ignored.
    /// </param>
    /// <returns>Whether the memory changed.</returns>
    public bool Apply(CooldownChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        bool? changed;
        lock (_lock)
        {
            if (!IsCredible(change, _clock.Now))
            {
                return false;
            }

            _clock.Observe(change.Stamp);
            changed = change.Kind == CooldownChangeKind.Reset ? End(change) : Merge(change);
        }

        return changed ?? EndForEveryTenant(change);
    }

    /// <summary>The whole memory as changes. Applying them to an empty store gives the same memory.</summary>
    /// <remarks>
    /// Requests do not wait for the whole export: each tenant is read at a moment of its own. A change that another thread makes during the
    /// export may be missing from it. The replicators receive such a change through <see cref="ICooldownReplicator.Publish"/>.
    /// </remarks>
    public IReadOnlyList<CooldownChange> Export()
    {
        var changes = new List<CooldownChange>();
        lock (_lock)
        {
            foreach ((string text, long stamp) in _endsForAllTenants)
            {
                if (ScopeKey.TryParse(text, out IScopeKey? scope))
                {
                    changes.Add(CooldownChange.ForReset(scope, null, forAllTenants: true, stamp));
                }
            }
        }

        foreach (CooldownCells cells in AllCells())
        {
            lock (_lock)
            {
                AddChanges(cells, changes);
            }
        }

        return changes.AsReadOnly();
    }

    /// <summary>Sets the secret for hashing API keys. Processes that share their memory must use the same one. It is not an API key itself.</summary>
    /// <param name="secret">At least 16 bytes, the same in all processes. Set it before the first key is observed.</param>
    /// <exception cref="ArgumentException">The secret is shorter than 16 bytes.</exception>
    public void UseKeyHashSecret(ReadOnlySpan<byte> secret)
    {
        if (secret.Length < 16)
        {
            throw new ArgumentException("The secret must have at least 16 bytes.", nameof(secret));
        }

        lock (_lock)
        {
            _keyHasher.Use(secret);
        }
    }

    /// <summary>The secret for hashing API keys.</summary>
    internal byte[] KeyHashSecret
    {
        get
        {
            lock (_lock)
            {
                return _keyHasher.Secret;
            }
        }
    }

    /// <summary>Removes data that has been over for long enough.</summary>
    internal void Forget()
    {
        long limit = _clock.Now - _options.ForgetAfter.Ticks;
        foreach (CooldownCells cells in AllCells())
        {
            lock (_lock)
            {
                Forget(cells, limit);
            }
        }

        lock (_lock)
        {
            foreach ((string scope, long stamp) in _endsForAllTenants)
            {
                if (stamp <= limit)
                {
                    _endsForAllTenants.Remove(scope);
                }
            }

            if (_tenants.IsEmpty && _forAll.Count == 0 && _withoutTenant.Count == 0 && _endsForAllTenants.Count == 0)
            {
                _sweeper.Stop();
            }
        }
    }

    /// <summary>The number of tenants and scope keys in memory, for tests.</summary>
    internal (int Tenants, int Keys) Size
    {
        get
        {
            lock (_lock)
            {
                return (_tenants.Count, AllCells().Sum(cells => cells.Count) + _endsForAllTenants.Count);
            }
        }
    }

    private bool Merge(CooldownChange change)
    {
        CooldownCells cells = CellsToWrite(change);
        if (change.Failure is { KeyHash: { } keyHash } && cells.KeyHash(change.Scope.Value) is { } current && current != keyHash)
        {
            // The change is about an API key that this process no longer has.
            return false;
        }

        CooldownCell cell = GetOrAddCell(cells, change.Scope, change.IncludesFree);
        bool changed = change.Failure is { } failure ? cell.Add(failure) : cell.End(change.Stamp, change.EndedUntil);
        Publish(cells);
        return changed;
    }

    private static void AddChanges(CooldownCells cells, List<CooldownChange> changes)
    {
        foreach (CooldownCell cell in cells.All)
        {
            if (cell.EndedAt > 0)
            {
                changes.Add(CooldownChange.ForEnd(cell, cell.EndedAt));
            }

            foreach (CooldownEvidence failure in cell.Evidence)
            {
                changes.Add(CooldownChange.ForFailure(cell, failure));
            }
        }
    }

    private void Forget(CooldownCells cells, long limit)
    {
        if (cells.Forget(limit))
        {
            Publish(cells);
        }

        if (cells.Tenant is { } tenant && cells.Count == 0 && cells.KeyObservedAt <= limit)
        {
            // Only this object: an overlapping sweep may have removed it, and a request may have added a new one since.
            _tenants.TryRemove(KeyValuePair.Create(tenant, cells));
        }
    }

    // A process whose clock is a day ahead would make all others wait, and what they remember later would look outdated.
    private static bool IsCredible(CooldownChange change, long now) =>
        change.Stamp <= now + TimeSpan.TicksPerDay
        && (change.Failure is null or { Until: CooldownEvidence.UntilReset } || change.Failure.Until - now <= CooldownPolicy.Longest.Ticks + TimeSpan.TicksPerDay);

    private CooldownCells CellsToWrite(CooldownChange change) =>
        ScopeReach.IsForAllTenants(change.Scope.Kind) ? _forAll : GetOrAddCells(change.Tenant);

    private bool MayProbe(CooldownEntry entry)
    {
        foreach (ICooldownReplicator replicator in _replicators)
        {
            try
            {
                if (!replicator.MayProbe(entry))
                {
                    return false;
                }
            }
            catch (Exception)
            {
                // If a replicator fails, it does not prevent the probe.
            }
        }

        return true;
    }

    private void Send(List<CooldownChange> changes)
    {
        foreach (ICooldownReplicator replicator in _replicators)
        {
            foreach (CooldownChange change in changes)
            {
                try
                {
                    replicator.Publish(change);
                }
                catch (Exception)
                {
                    // If a change cannot be shared, it is still remembered here.
                }
            }
        }
    }
}
