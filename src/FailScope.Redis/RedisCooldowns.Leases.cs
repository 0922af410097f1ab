using StackExchange.Redis;

namespace FailScope.Redis;

// Decides which process of the fleet may probe an expired cool-down.
public sealed partial class RedisCooldowns
{
    // An unused lease expires quickly, because the process that holds it may have no requests at all.
    private static readonly TimeSpan _unusedLease = TimeSpan.FromSeconds(5);

    // Only the first part of a lease is used, so that the server learns of the use before the lease expires.
    private const long UsableMilliseconds = 3000;
    private const long LeadMilliseconds = 500;
    private const long RetryMilliseconds = 100;

    private static string KeyOf(IScopeKey scope, string? tenant, bool includesFree) =>
        $"{(includesFree ? "free" : "priced")}:{scope.Value.Length}:{scope.Value}{(tenant is null ? "" : ":" + tenant)}";

    private RedisKey LeaseKey(string key) => _options.KeyPrefix + "probe:" + key;

    private async Task CompeteAsync(IDatabase database)
    {
        var due = new HashSet<string>(StringComparer.Ordinal);
        DateTimeOffset soon = _options.TimeProvider.GetUtcNow().AddMilliseconds(LeadMilliseconds);
        foreach (CooldownEntry entry in _cooldowns.GetEntries())
        {
            if (entry.Until <= soon)
            {
                string key = KeyOf(entry.Scope, entry.Tenant, entry.IncludesFree);
                due.Add(key);
                await CompeteAsync(database, key, _leases.GetOrAdd(key, static (_, at) => new FleetLease(at), Environment.TickCount64)).ConfigureAwait(false);
            }
        }

        // The cool-down is over, or another process extended it.
        foreach ((string key, FleetLease lease) in _leases)
        {
            if (!due.Contains(key) && _leases.TryRemove(key, out _))
            {
                await ReleaseAsync(database, key, lease).ConfigureAwait(false);
            }
        }
    }

    private async Task CompeteAsync(IDatabase database, string key, FleetLease lease)
    {
        long now = Environment.TickCount64;
        if (lease.IsUsed && !lease.IsExtended)
        {
            lease.IsExtended = true;
            lease.NextAt = now + (long)_options.ProbeLease.TotalMilliseconds;
            bool isExtended = await Limit(database.LockExtendAsync(LeaseKey(key), lease.Token, _options.ProbeLease)).ConfigureAwait(false);
            if (isExtended)
            {
                lease.Hold(lease.NextAt);
            }
            else
            {
                lease.Lose(now);
            }
        }
        else if (now >= lease.NextAt)
        {
            if (lease.IsExtended)
            {
                // It expired without a report, so the next lease is a new one.
                _leases.TryRemove(key, out _);
                return;
            }

            await TakeAsync(database, key, lease, now).ConfigureAwait(false);
        }
    }

    private async Task TakeAsync(IDatabase database, string key, FleetLease lease, long now)
    {
        if (!await Limit(database.LockTakeAsync(LeaseKey(key), lease.Token, _unusedLease)).ConfigureAwait(false))
        {
            lease.Lose(Environment.TickCount64);
            lease.NextAt = Environment.TickCount64 + RetryMilliseconds;
            return;
        }

        // The last holder stored the result of its probe before it released the lease. Its message may not have arrived yet.
        await LoadAsync(database).ConfigureAwait(false);
        DateTimeOffset soon = _options.TimeProvider.GetUtcNow().AddMilliseconds(LeadMilliseconds);
        if (_cooldowns.GetEntries().Any(entry => entry.Until <= soon && KeyOf(entry.Scope, entry.Tenant, entry.IncludesFree) == key))
        {
            lease.Hold(now + UsableMilliseconds);
            lease.NextAt = now + (long)_unusedLease.TotalMilliseconds + RetryMilliseconds;
        }
        else
        {
            _leases.TryRemove(key, out _);
            await ReleaseAsync(database, key, lease).ConfigureAwait(false);
        }
    }

    // The result of the probe is known, so the lease is open to all processes again.
    private async Task GiveBackAsync(IDatabase database, CooldownChange change)
    {
        string key = KeyOf(change.Scope, change.Tenant, change.IncludesFree);
        if (_leases.TryRemove(key, out FleetLease? lease))
        {
            await ReleaseAsync(database, key, lease).ConfigureAwait(false);
        }
    }

    private Task ReleaseAsync(IDatabase database, string key, FleetLease lease) => Limit(database.LockReleaseAsync(LeaseKey(key), lease.Token));
}
