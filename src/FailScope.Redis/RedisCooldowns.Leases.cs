using StackExchange.Redis;

namespace FailScope.Redis;

// Decides which process of the fleet may probe an expired cool-down.
public sealed partial class RedisCooldowns
{
    // An unused lease expires quickly, because the process that holds it may have no requests at all.
    private static readonly TimeSpan _unusedLease = TimeSpan.FromSeconds(5);

    // Only the first part of a lease is used, so that the server learns of the use before the lease expires.
    private const long UsableMilliseconds = 3000;
    private const long RetryMilliseconds = 100;

    // Longer than any interval between two comparisons with the server, each of which loads the whole memory.
    private static readonly TimeSpan _resultIsKept = TimeSpan.FromHours(2);

    // The limit of one round, so that leases that are in use are extended in time.
    private const int MostTaken = 4096;

    // How many batches of probe results the fleet had stored when this process last loaded the memory.
    private long _loadedResults;

    private RedisKey ServerKey(FleetLease lease) => $"{_options.KeyPrefix}probe:{lease.Key}";

    private RedisKey ResultCountKey => _options.KeyPrefix + "results";

    // Holds the number of the batch that contains the last result of the cool-down's probes.
    private RedisKey ResultKey(FleetLease lease) => $"{_options.KeyPrefix}result:{lease.Key}";

    private async Task CompeteAsync(IDatabase database)
    {
        LeaseRound round = _leases.NextRound(Environment.TickCount64, MostTaken);
        await ExtendAsync(database, round.ToExtend).ConfigureAwait(false);
        if (round.ToRelease.Count > 0)
        {
            // The results of this process have to be on the server before another process may probe.
            await SendAllAsync(database).ConfigureAwait(false);
            await MarkResultsAsync(database, round.ToRelease.FindAll(lease => lease.IsUsed)).ConfigureAwait(false);
            await ReleaseAsync(database, round.ToRelease).ConfigureAwait(false);
        }

        List<FleetLease> taken = await TakeAsync(database, round.ToTake).ConfigureAwait(false);
        if (await HaveNewResultsAsync(database, taken).ConfigureAwait(false))
        {
            await LoadAsync(database).ConfigureAwait(false);
        }

        await HoldAsync(database, taken).ConfigureAwait(false);
    }

    // The last holders stored the results of their probes before they released the leases. Their messages may not have arrived yet.
    private async Task<bool> HaveNewResultsAsync(IDatabase database, List<FleetLease> taken)
    {
        foreach (FleetLease[] batch in taken.Chunk(BatchSize))
        {
            RedisValue[] numbers = await Limit(Task.WhenAll(batch.Select(lease => database.StringGetAsync(ResultKey(lease))))).ConfigureAwait(false);
            if (Array.Exists(numbers, number => !number.IsNull && !(number.TryParse(out long stored) && stored <= _loadedResults)))
            {
                return true;
            }
        }

        return false;
    }

    private async Task ExtendAsync(IDatabase database, List<FleetLease> leases)
    {
        foreach (FleetLease[] batch in leases.Chunk(BatchSize))
        {
            long until = Environment.TickCount64 + (long)_options.ProbeLease.TotalMilliseconds;
            bool[] extended = await Limit(Task.WhenAll(batch.Select(lease => database.LockExtendAsync(ServerKey(lease), lease.Token, _options.ProbeLease)))).ConfigureAwait(false);
            foreach ((FleetLease lease, bool isExtended) in batch.Zip(extended))
            {
                if (isExtended)
                {
                    lease.Hold(until, until, until);
                    _leases.Schedule(lease);
                }
                else
                {
                    // It has expired, so the next lease is a new one.
                    _leases.Drop(lease);
                }
            }
        }
    }

    /// <summary>Requests leases from the server.</summary>
    /// <returns>The leases that this process got.</returns>
    private async Task<List<FleetLease>> TakeAsync(IDatabase database, List<FleetLease> leases)
    {
        var taken = new List<FleetLease>();
        foreach (FleetLease[] batch in leases.Chunk(BatchSize))
        {
            long asked = Environment.TickCount64;
            bool[] given = await Limit(Task.WhenAll(batch.Select(lease => database.LockTakeAsync(ServerKey(lease), lease.Token, _unusedLease)))).ConfigureAwait(false);
            long answered = Environment.TickCount64;
            foreach ((FleetLease lease, bool isGiven) in batch.Zip(given))
            {
                if (isGiven)
                {
                    lease.GivenAt = asked;
                    taken.Add(lease);
                }
                else
                {
                    lease.Lose(answered, answered + lease.NextPause(RetryMilliseconds));
                    _leases.Schedule(lease);
                }
            }
        }

        return taken;
    }

    private async Task HoldAsync(IDatabase database, List<FleetLease> taken)
    {
        var over = new List<FleetLease>();
        long expires = (long)_unusedLease.TotalMilliseconds + RetryMilliseconds;
        foreach (FleetLease lease in taken)
        {
            if (_leases.IsDue(lease.Key) && lease.GivenAt is { } given)
            {
                lease.Hold(given + UsableMilliseconds, given + expires, given + lease.NextPause(expires));
                _leases.Schedule(lease);
            }
            else
            {
                _leases.Drop(lease);
                over.Add(lease);
            }
        }

        await ReleaseAsync(database, over).ConfigureAwait(false);
    }

    // The results of the probes are known and stored, so the leases are open to all processes again.
    private async Task GiveBackAsync(IDatabase database, List<CooldownChange> changes)
    {
        var over = new List<FleetLease>();
        foreach (CooldownChange change in changes)
        {
            if (change.Kind != CooldownChangeKind.Reset && _leases.Find(CooldownKey.Of(change)) is { } lease)
            {
                _leases.Drop(lease);
                over.Add(lease);
            }

            _leases.Changed(change);
        }

        await MarkResultsAsync(database, over).ConfigureAwait(false);
        await ReleaseAsync(database, over).ConfigureAwait(false);
    }

    // Marks each lease, so that its next holder loads the result.
    private async Task MarkResultsAsync(IDatabase database, List<FleetLease> leases)
    {
        if (leases.Count > 0)
        {
            RedisValue number = await Limit(database.StringIncrementAsync(ResultCountKey)).ConfigureAwait(false);
            await Limit(Task.WhenAll(leases.Select(lease => database.StringSetAsync(ResultKey(lease), number, _resultIsKept)))).ConfigureAwait(false);
        }
    }

    private async Task ReleaseAsync(IDatabase database, IEnumerable<FleetLease> leases)
    {
        foreach (FleetLease[] batch in leases.Where(lease => lease.GivenAt is not null).Chunk(BatchSize))
        {
            await Limit(Task.WhenAll(batch.Select(lease => database.LockReleaseAsync(ServerKey(lease), lease.Token)))).ConfigureAwait(false);
        }
    }
}
