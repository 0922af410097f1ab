using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Threading.Channels;
using StackExchange.Redis;

namespace FailScope.Redis;

/// <summary>
/// Shares the cool-downs of a store with the other processes of a fleet, through Redis, Valkey or Garnet. Requests use the local
/// store and never wait for the server. While the server is slow, down or unreachable, each process remembers on its own;
/// afterwards they exchange their changes.
/// </summary>
/// <example>
/// <code>
/// await using RedisCooldowns fleet = await RedisCooldowns.ConnectAsync(cooldowns, multiplexer);
/// </code>
/// </example>
public sealed partial class RedisCooldowns : ICooldownReplicator, IAsyncDisposable
{
    private readonly Cooldowns _cooldowns;
    private readonly IConnectionMultiplexer _multiplexer;
    private readonly RedisCooldownOptions _options;
    private readonly ServerClock _clock;
    private readonly RedisKey _records;
    private readonly RedisChannel _channel;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<string, FleetLease> _leases = new(StringComparer.Ordinal);

    // A change that does not fit is not lost: the next comparison with the server finds that it is missing there.
    private readonly Channel<CooldownChange> _queue = Channel.CreateBounded<CooldownChange>(
        new BoundedChannelOptions(4096) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    private Task _worker = Task.CompletedTask;
    private volatile bool _isSharing;
    private bool _isSubscribed;
    private RedisValue _secret;
    private long _nextSync;

    private RedisCooldowns(Cooldowns cooldowns, IConnectionMultiplexer multiplexer, RedisCooldownOptions options)
    {
        _cooldowns = cooldowns;
        _multiplexer = multiplexer;
        _options = options;
        _clock = new ServerClock(options.TimeProvider);
        _records = options.KeyPrefix + "cooldowns";
        _channel = RedisChannel.Literal(options.KeyPrefix + "changes");
    }

    /// <summary>Whether changes currently reach the other processes.</summary>
    public bool IsSharing => _isSharing;

    /// <summary>
    /// Loads the memory of the fleet, and shares changes until disposed. Does not fail if the server cannot be reached; it
    /// keeps trying in the background.
    /// </summary>
    /// <param name="cooldowns">The store. Connect it before the first key is observed, so that all processes hash keys in the same way.</param>
    /// <param name="multiplexer">The connection, which the caller still owns. Preferably created with <c>abortConnect=false</c>.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the wait for the first load.</param>
    /// <returns>The connection of the store to the fleet. Dispose it to leave the fleet.</returns>
    public static async Task<RedisCooldowns> ConnectAsync(
        Cooldowns cooldowns, IConnectionMultiplexer multiplexer, RedisCooldownOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(cooldowns);
        ArgumentNullException.ThrowIfNull(multiplexer);
        cancellationToken.ThrowIfCancellationRequested();
        var fleet = new RedisCooldowns(cooldowns, multiplexer, options ?? new RedisCooldownOptions());
        if (fleet._options.KeyHashSecret is { } secret)
        {
            cooldowns.UseKeyHashSecret(secret);
        }

        cooldowns.ReplicateWith(fleet);
        await fleet.TrySyncAsync().ConfigureAwait(false);
        fleet._worker = Task.Run(fleet.WorkAsync, CancellationToken.None);
        return fleet;
    }

    /// <inheritdoc/>
    public void Publish(CooldownChange change) => _queue.Writer.TryWrite(change);

    /// <inheritdoc/>
    public bool MayProbe(CooldownEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (!_isSharing)
        {
            return true;
        }

        long now = Environment.TickCount64;
        return _leases.GetOrAdd(KeyOf(entry.Scope, entry.Tenant, entry.IncludesFree), static (_, at) => new FleetLease(at), now).MayProbe(now, Patience);
    }

    /// <summary>Sends the changes that are still queued, if the server accepts them within the time limit of one command, and leaves the fleet.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_stop.IsCancellationRequested)
        {
            return;
        }

        _cooldowns.StopReplicatingWith(this);
        await _stop.CancelAsync().ConfigureAwait(false);
        _queue.Writer.TryComplete();
        await _worker.ConfigureAwait(false);
        _stop.Dispose();
    }

    private long Patience => (long)(2 * _options.CommandTimeout).TotalMilliseconds + 1000;

    private async Task WorkAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            await WaitAsync().ConfigureAwait(false);
            if (!_isSharing || Environment.TickCount64 >= _nextSync)
            {
                await TrySyncAsync().ConfigureAwait(false);
            }

            await TryAsync(SendAsync).ConfigureAwait(false);
            await TryAsync(CompeteAsync).ConfigureAwait(false);
        }

        await TryAsync(SendAsync).ConfigureAwait(false);
        await TryAsync(LeaveAsync).ConfigureAwait(false);
        SetSharing(false);
    }

    private async Task WaitAsync()
    {
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
            limit.CancelAfter(_isSharing ? 50 : 500);
            if (!_isSharing || !await _queue.Reader.WaitToReadAsync(limit.Token).ConfigureAwait(false))
            {
                await Task.Delay(Timeout.Infinite, limit.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // The time limit was reached.
        }
    }

    private Task TrySyncAsync() => TryAsync(SyncAsync, evenAlone: true);

    // A problem with the server affects only sharing, nothing else.
    private async Task TryAsync(Func<IDatabase, Task> action, bool evenAlone = false)
    {
        if (!_isSharing && !evenAlone)
        {
            return;
        }

        try
        {
            if (!_multiplexer.IsConnected)
            {
                SetSharing(false);
                return;
            }

            await action(_multiplexer.GetDatabase()).ConfigureAwait(false);
        }
        catch (Exception)
        {
            SetSharing(false);
        }
    }

    private void SetSharing(bool isSharing)
    {
        if (_isSharing == isSharing)
        {
            return;
        }

        _isSharing = isSharing;
        _leases.Clear();
        try
        {
            _options.SharingChanged?.Invoke(isSharing);
        }
        catch (Exception)
        {
            // An exception from the application's callback must not stop the sharing.
        }
    }

    private Task<T> Limit<T>(Task<T> command) => command.WaitAsync(_options.CommandTimeout);

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
        foreach (CooldownChange change in _cooldowns.Export())
        {
            CooldownChange shared = change.ShiftedBy(_clock.Offset);
            if (!known.Contains(shared.ToJson()))
            {
                await SendAsync(database, shared).ConfigureAwait(false);
            }
        }

        await RemoveAsync(database, SharedRecords.Superseded(records)).ConfigureAwait(false);
        _nextSync = Environment.TickCount64 + (long)_options.SyncInterval.TotalMilliseconds;
        SetSharing(true);
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

        return records;
    }

    // Text in an unknown format, for example from a newer version, is ignored.
    private CooldownChange? Receive(RedisValue text)
    {
        CooldownChange? change = text.IsNull ? null : CooldownChange.TryParse(text.ToString());
        if (change is not null)
        {
            _cooldowns.Apply(change.ShiftedBy(-_clock.Offset));
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

    private async Task SendAsync(IDatabase database)
    {
        while (_queue.Reader.TryRead(out CooldownChange? change))
        {
            await SendAsync(database, change.ShiftedBy(_clock.Offset)).ConfigureAwait(false);
            await GiveBackAsync(database, change).ConfigureAwait(false);
        }
    }

    private async Task SendAsync(IDatabase database, CooldownChange shared)
    {
        RedisValue text = shared.ToJson();
        await Limit(database.SortedSetAddAsync(_records, text, SharedRecords.KeptUntil(shared))).ConfigureAwait(false);
        await Limit(database.PublishAsync(_channel, text)).ConfigureAwait(false);
    }

    private async Task LeaveAsync(IDatabase database)
    {
        await _multiplexer.GetSubscriber().UnsubscribeAsync(_channel).WaitAsync(_options.CommandTimeout).ConfigureAwait(false);
        foreach ((string key, FleetLease lease) in _leases)
        {
            await ReleaseAsync(database, key, lease).ConfigureAwait(false);
        }
    }
}
