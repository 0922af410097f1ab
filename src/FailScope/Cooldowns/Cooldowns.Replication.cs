namespace FailScope;

// What is exchanged with other processes and with a file.
public sealed partial class Cooldowns
{
    private readonly CooldownSweeper _sweeper;
    private volatile ICooldownReplicator[] _replicators = [];

    /// <summary>Hands every change that begins here to a replicator from now on, and asks it who may probe.</summary>
    /// <param name="replicator">The replicator; several may be added.</param>
    public void ReplicateWith(ICooldownReplicator replicator)
    {
        ArgumentNullException.ThrowIfNull(replicator);
        lock (_lock)
        {
            _replicators = [.. _replicators, replicator];
        }
    }

    /// <summary>No longer hands changes to a replicator.</summary>
    /// <param name="replicator">The replicator.</param>
    public void StopReplicatingWith(ICooldownReplicator replicator)
    {
        ArgumentNullException.ThrowIfNull(replicator);
        lock (_lock)
        {
            _replicators = Array.FindAll(_replicators, known => known != replicator);
        }
    }

    /// <summary>Merges a change that began elsewhere. It is not handed to the replicators.</summary>
    /// <param name="change">
    /// The change; one that is known already changes nothing, and one from a clock that is more than a day ahead is ignored.
    /// </param>
    /// <returns>Whether it changed anything.</returns>
    public bool Apply(CooldownChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        lock (_lock)
        {
            if (!IsCredible(change, _clock.Now))
            {
                return false;
            }

            _clock.Observe(change.Stamp);
            if (change.Kind == CooldownChangeKind.Reset)
            {
                return End(change);
            }

            CooldownCells cells = ScopeReach.IsForAllTenants(change.Scope.Kind) ? _forAll : GetOrAddCells(change.Tenant);
            if (change.Failure is { KeyHash: { } keyHash } && cells.KeyHash(change.Scope.Value) is { } current && current != keyHash)
            {
                // It speaks of a key that this process no longer has.
                return false;
            }

            CooldownCell cell = GetOrAddCell(cells, change.Scope, change.IncludesFree);
            bool changed = change.Failure is { } failure ? cell.Add(failure) : cell.End(change.Stamp, change.EndedUntil);
            Publish(cells);
            return changed;
        }
    }

    /// <summary>Everything that is remembered, as changes; applying them to an empty store gives the same memory.</summary>
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

            foreach (CooldownCell cell in AllCells().SelectMany(cells => cells.All))
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

        return changes.AsReadOnly();
    }

    /// <summary>The secret that keys are hashed under, which processes that share their memory share too. Not a key itself.</summary>
    /// <param name="secret">At least 16 bytes, the same in all processes. To be set before the first key is observed.</param>
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

    /// <summary>What keys are hashed under.</summary>
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

    /// <summary>Drops what is over and has been for long enough.</summary>
    internal void Forget()
    {
        lock (_lock)
        {
            long limit = _clock.Now - _options.ForgetAfter.Ticks;
            foreach (CooldownCells cells in AllCells())
            {
                if (cells.Forget(limit))
                {
                    Publish(cells);
                }

                if (cells.Tenant is { } tenant && cells.Count == 0 && cells.KeyObservedAt <= limit)
                {
                    _tenants.TryRemove(tenant, out _);
                }
            }

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

    /// <summary>How many tenants and keys something is kept of, for tests.</summary>
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

    // A process whose clock is a day ahead would make everyone wait, and hold back what others remember later.
    private static bool IsCredible(CooldownChange change, long now) =>
        change.Stamp <= now + TimeSpan.TicksPerDay
        && (change.Failure is null or { Until: CooldownEvidence.UntilReset } || change.Failure.Until - now <= CooldownPolicy.Longest.Ticks + TimeSpan.TicksPerDay);

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
                // A replicator that cannot say does not keep anyone from asking the provider.
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
                    // What is not shared is remembered here all the same.
                }
            }
        }
    }
}
