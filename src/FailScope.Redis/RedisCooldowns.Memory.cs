using System.Security.Cryptography;
using StackExchange.Redis;

namespace FailScope.Redis;

// Stores changes on the server and loads them from there.
public sealed partial class RedisCooldowns
{
    // The number of commands that are sent together.
    private const int BatchSize = 256;

    // Compares the memory with the server's, in both directions.
    private async Task SyncAsync(IDatabase database)
    {
        await _clock.MeasureAsync(database, _options.CommandTimeout).ConfigureAwait(false);
        await ShareSecretAsync(database).ConfigureAwait(false);
        if (!_isSubscribed)
        {
            await _multiplexer.GetSubscriber().SubscribeAsync(_channel, (_, text) => Receive(text)).WaitAsync(_options.CommandTimeout).ConfigureAwait(false);
            _isSubscribed = true;
        }

        List<(RedisValue Text, CooldownChange Change)> records = await LoadAsync(database).ConfigureAwait(false);
        HashSet<string> known = [.. records.Select(record => record.Text.ToString())];
        foreach (CooldownChange[] missing in _cooldowns.Export().Where(change => !known.Contains(ToServerTime(change).ToJson())).Chunk(BatchSize))
        {
            await StoreAsync(database, missing).ConfigureAwait(false);
        }

        await RemoveAsync(database, SharedRecords.Superseded(records)).ConfigureAwait(false);
        _nextSync = Environment.TickCount64 + (long)_options.SyncInterval.TotalMilliseconds;
        SetSharing(true);
        _leases.Refill();
    }

    private async Task ShareSecretAsync(IDatabase database)
    {
        if (_options.KeyHashSecret is not null)
        {
            return;
        }

        RedisKey key = _options.KeyPrefix + "key-hash-secret";
        RedisValue offered = _secret.IsNull ? (RedisValue)Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) : _secret;
        await Limit(database.StringSetAsync(key, offered, expiry: null, when: When.NotExists)).ConfigureAwait(false);
        RedisValue agreed = await Limit(database.StringGetAsync(key)).ConfigureAwait(false);
        if (!agreed.IsNullOrEmpty && agreed != _secret)
        {
            _cooldowns.UseKeyHashSecret(Convert.FromBase64String(agreed.ToString()));
            _secret = agreed;
        }
    }

    private async Task<List<(RedisValue Text, CooldownChange Change)>> LoadAsync(IDatabase database)
    {
        // Read before the records, so that the records include all results up to this count.
        RedisValue results = await Limit(database.StringGetAsync(ResultCountKey)).ConfigureAwait(false);
        double now = (_options.TimeProvider.GetUtcNow() + _clock.Offset).ToUnixTimeMilliseconds();
        await Limit(database.SortedSetRemoveRangeByScoreAsync(_records, double.NegativeInfinity, now)).ConfigureAwait(false);
        var records = new List<(RedisValue, CooldownChange)>();
        foreach (RedisValue text in await Limit(database.SortedSetRangeByScoreAsync(_records, now)).ConfigureAwait(false))
        {
            if (Receive(text) is { } change)
            {
                records.Add((text, change));
            }
        }

        _loadedResults = results.TryParse(out long count) ? count : 0;
        return records;
    }

    // Text in an unknown format, for example from a newer version, is ignored.
    private CooldownChange? Receive(RedisValue text)
    {
        CooldownChange? change = text.IsNull ? null : CooldownChange.TryParse(text.ToString());
        if (change?.ShiftedBy(-_clock.Offset) is { } local && _cooldowns.Apply(local))
        {
            _leases.Changed(local);
        }

        return change;
    }

    private async Task RemoveAsync(IDatabase database, RedisValue[] records)
    {
        if (records.Length > 0)
        {
            await Limit(database.SortedSetRemoveAsync(_records, records)).ConfigureAwait(false);
        }
    }

    // Sends one batch of the queue. Between two batches, the worker extends leases that are in use.
    private async Task SendAsync(IDatabase database)
    {
        var batch = new List<CooldownChange>();
        while (batch.Count < BatchSize && _queue.Reader.TryRead(out CooldownChange? change))
        {
            batch.Add(change);
        }

        await StoreAsync(database, batch).ConfigureAwait(false);
        await GiveBackAsync(database, batch).ConfigureAwait(false);
    }

    private async Task SendAllAsync(IDatabase database)
    {
        while (_queue.Reader.TryPeek(out _))
        {
            await SendAsync(database).ConfigureAwait(false);
        }
    }

    private Task StoreAsync(IDatabase database, IReadOnlyCollection<CooldownChange> changes) => Limit(Task.WhenAll(changes.SelectMany(change =>
    {
        CooldownChange shared = ToServerTime(change);
        RedisValue text = shared.ToJson();
        return (Task[])[database.SortedSetAddAsync(_records, text, SharedRecords.KeptUntil(shared)), database.PublishAsync(_channel, text)];
    })));

    private CooldownChange ToServerTime(CooldownChange change) => change.ShiftedBy(_clock.Offset);

    private async Task LeaveAsync(IDatabase database)
    {
        await _multiplexer.GetSubscriber().UnsubscribeAsync(_channel).WaitAsync(_options.CommandTimeout).ConfigureAwait(false);
        await ReleaseAsync(database, _leases.All).ConfigureAwait(false);
    }
}
