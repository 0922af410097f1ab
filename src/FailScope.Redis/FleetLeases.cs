using System.Collections.Concurrent;

namespace FailScope.Redis;

/// <summary>
/// Decides which leases this process requests from the server, and when. Between two calls of <see cref="Refill"/>, it looks only at cool-downs that
/// are about to expire, that have expired, or that have changed.
/// </summary>
/// <remarks><see cref="MayProbe"/> and <see cref="Changed"/> are safe to call from many threads. Only the worker uses the other members.</remarks>
internal sealed class FleetLeases(Cooldowns cooldowns, TimeProvider timeProvider)
{
    /// <summary>How long before a cool-down expires its lease is requested.</summary>
    internal static readonly TimeSpan Lead = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentDictionary<CooldownKey, FleetLease> _leases = new();

    // Filled by requests and by messages of other processes, emptied by the worker.
    private readonly ConcurrentQueue<CooldownKey> _changed = new();
    private readonly ConcurrentQueue<FleetLease> _news = new();

    private readonly DueQueue _due = new();
    private readonly PriorityQueue<FleetLease, long> _agenda = new();

    /// <summary>Whether a request of this process may probe an expired cool-down.</summary>
    /// <param name="entry">The cool-down.</param>
    /// <param name="now">The time, in milliseconds of <see cref="Environment.TickCount64"/>.</param>
    /// <param name="patience">How long the server may take to respond, in milliseconds.</param>
    internal bool MayProbe(CooldownEntry entry, long now, long patience)
    {
        CooldownKey key = CooldownKey.Of(entry);
        FleetLease lease = _leases.GetOrAdd(key, static key => new FleetLease(key));
        bool mayProbe = lease.MayProbe(now, patience, out bool isNews);
        if (isNews)
        {
            _news.Enqueue(lease);
        }

        return mayProbe;
    }

    /// <summary>Notes a change that the memory already contains.</summary>
    internal void Changed(CooldownChange change)
    {
        if (change.Kind != CooldownChangeKind.Reset)
        {
            _changed.Enqueue(CooldownKey.Of(change));
            return;
        }

        // A reset only ends cool-downs, so it matters only where there is a lease.
        foreach ((CooldownKey key, _) in _leases)
        {
            if (key.Scope.Value == change.Scope.Value && (change.IsForAllTenants || key.Tenant == change.Tenant))
            {
                _changed.Enqueue(key);
            }
        }
    }

    /// <summary>Goes through the whole memory once, for changes that <see cref="Changed"/> was not told about.</summary>
    internal void Refill()
    {
        // The memory already contains these changes.
        _changed.Clear();
        _due.Refill(cooldowns.EnumerateEntries().Where(entry => !_leases.ContainsKey(CooldownKey.Of(entry))));
        foreach ((CooldownKey key, _) in _leases)
        {
            _changed.Enqueue(key);
        }
    }

    /// <summary>Forgets all leases. Those that the server gave to this process expire there.</summary>
    internal void Clear()
    {
        _leases.Clear();
        _agenda.Clear();
        _news.Clear();
        _changed.Clear();
    }

    /// <summary>The requests to the server that are due now.</summary>
    /// <param name="now">The time, in milliseconds of <see cref="Environment.TickCount64"/>.</param>
    /// <param name="most">The limit of leases to take. The others come in the next round.</param>
    internal LeaseRound NextRound(long now, int most)
    {
        var round = new LeaseRound();
        DateTimeOffset soon = timeProvider.GetUtcNow() + Lead;
        while (_changed.TryDequeue(out CooldownKey key))
        {
            AddChanged(key, soon, round);
        }

        while (_news.TryDequeue(out FleetLease? lease))
        {
            AddNews(lease, now, round);
        }

        while (round.ToTake.Count < most && _due.TryTake(soon, out CooldownKey key))
        {
            AddDue(key, soon, round);
        }

        while (round.ToTake.Count < most && _agenda.TryPeek(out FleetLease? lease, out long at) && at <= now)
        {
            _agenda.Dequeue();
            if (IsCurrent(lease) && lease.NextAt == at)
            {
                AddAgain(lease, soon, round);
            }
        }

        return round;
    }

    /// <summary>Whether the cool-down is still remembered, and expires within <see cref="Lead"/>.</summary>
    internal bool IsDue(CooldownKey key) => DeadlineOf(key) <= timeProvider.GetUtcNow() + Lead;

    /// <summary>Looks at a lease again at its <see cref="FleetLease.NextAt"/>.</summary>
    internal void Schedule(FleetLease lease) => _agenda.Enqueue(lease, lease.NextAt);

    /// <summary>Forgets a lease. If its cool-down is still due, the next round takes a new one.</summary>
    internal void Drop(FleetLease lease)
    {
        if (_leases.TryRemove(KeyValuePair.Create(lease.Key, lease)))
        {
            _changed.Enqueue(lease.Key);
        }
    }

    internal FleetLease? Find(CooldownKey key) => _leases.GetValueOrDefault(key);

    internal IEnumerable<FleetLease> All => _leases.Select(pair => pair.Value);

    private void AddChanged(CooldownKey key, DateTimeOffset soon, LeaseRound round)
    {
        DateTimeOffset? until = DeadlineOf(key);
        if (Find(key) is not { } lease)
        {
            if (until is { } deadline)
            {
                _due.Add(key, deadline);
            }
        }
        else if (!(until <= soon) && _leases.TryRemove(KeyValuePair.Create(key, lease)))
        {
            // The cool-down is over, or another process extended it.
            round.ToRelease.Add(lease);
            if (until is { } deadline)
            {
                _due.Add(key, deadline);
            }
        }
    }

    private void AddNews(FleetLease lease, long now, LeaseRound round)
    {
        if (!IsCurrent(lease))
        {
            return;
        }

        if (lease.IsUsed)
        {
            if (!lease.IsExtended)
            {
                lease.IsExtended = true;
                lease.NextAt = FleetLease.Never;
                round.ToExtend.Add(lease);
            }
        }
        else if (!lease.IsHeld(now))
        {
            AddToTake(lease, round);
        }
    }

    private void AddDue(CooldownKey key, DateTimeOffset soon, LeaseRound round)
    {
        DateTimeOffset? until = DeadlineOf(key);
        if (until <= soon)
        {
            var lease = new FleetLease(key);
            if (_leases.TryAdd(key, lease))
            {
                AddToTake(lease, round);
            }
        }
        else if (until is { } longer)
        {
            _due.Add(key, longer);
        }
    }

    private void AddAgain(FleetLease lease, DateTimeOffset soon, LeaseRound round)
    {
        if (lease.IsExtended || !(DeadlineOf(lease.Key) <= soon))
        {
            // It expired without a report, so the next lease is a new one. Or the cool-down is over.
            Drop(lease);
        }
        else
        {
            AddToTake(lease, round);
        }
    }

    private static void AddToTake(FleetLease lease, LeaseRound round)
    {
        lease.NextAt = FleetLease.Never;
        round.ToTake.Add(lease);
    }

    private bool IsCurrent(FleetLease lease) => ReferenceEquals(Find(lease.Key), lease);

    private DateTimeOffset? DeadlineOf(CooldownKey key)
    {
        foreach (CooldownEntry entry in cooldowns.GetEntries(key.Scope, key.Tenant))
        {
            if (entry.IncludesFree == key.IncludesFree)
            {
                return entry.Until;
            }
        }

        return null;
    }
}
