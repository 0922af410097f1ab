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
    private readonly FleetLeases _leases;

    // A change that does not fit is not lost: the next comparison with the server finds that it is missing there.
    private readonly Channel<CooldownChange> _queue = Channel.CreateBounded<CooldownChange>(new BoundedChannelOptions(4096) { SingleReader = true });

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
        _leases = new FleetLeases(cooldowns, options.TimeProvider);
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
    public void Publish(CooldownChange change)
    {
        if (!_queue.Writer.TryWrite(change) && _isSharing)
        {
            _leases.Changed(change);
        }
    }

    /// <inheritdoc/>
    public bool MayProbe(CooldownEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return !_isSharing || _leases.MayProbe(entry, Environment.TickCount64, Patience);
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

        await TryAsync(SendAllAsync).ConfigureAwait(false);
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

    private Task Limit(Task command) => command.WaitAsync(_options.CommandTimeout);

    private Task<T> Limit<T>(Task<T> command) => command.WaitAsync(_options.CommandTimeout);
}
