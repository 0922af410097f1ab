using StackExchange.Redis;

namespace FailScope.Redis.Tests;

/// <summary>One process of a fleet: a store, a connection, and a clock that may be wrong.</summary>
internal sealed class FleetNode : IAsyncDisposable
{
    private FleetNode(Cooldowns store, IConnectionMultiplexer multiplexer, RedisCooldowns sharing)
    {
        Store = store;
        Multiplexer = multiplexer;
        Sharing = sharing;
    }

    internal Cooldowns Store { get; }

    internal IConnectionMultiplexer Multiplexer { get; }

    internal RedisCooldowns Sharing { get; }

    internal bool IsLargeCooling => Store.GetEntries().Any(entry => entry.Retires(Shop.Large));

    internal static async Task<FleetNode> StartAsync(
        TestServer server, TimeSpan skew = default, CooldownOptions? options = null, Action<RedisCooldownOptions>? sharing = null)
    {
        var clock = new SkewedClock(skew);
        var store = new Cooldowns(Configure(options ?? new CooldownOptions(), clock));
        ConfigurationOptions configuration = ConfigurationOptions.Parse(server.Endpoint);
        configuration.AbortOnConnectFail = false;
        configuration.AllowAdmin = true;
        configuration.ConnectTimeout = 1000;
        configuration.ReconnectRetryPolicy = new LinearRetry(200);
        ConnectionMultiplexer multiplexer = await ConnectionMultiplexer.ConnectAsync(configuration);
        var sharingOptions = new RedisCooldownOptions { TimeProvider = clock, SyncInterval = TimeSpan.FromMilliseconds(300) };
        sharing?.Invoke(sharingOptions);
        RedisCooldowns fleet = await RedisCooldowns.ConnectAsync(store, multiplexer, sharingOptions, TestContext.Current.CancellationToken);
        return new FleetNode(store, multiplexer, fleet);
    }

    /// <summary>Makes a request that calls the model and fails.</summary>
    internal void Fail(FailureKind kind) => Fail(new Failure(kind));

    /// <summary>Makes a request that calls the model and fails.</summary>
    internal void Fail(Failure failure, string? tenant = null)
    {
        CooldownAttempt attempt = Begin(tenant) ?? throw new InvalidOperationException("The model may not be called.");
        Store.Failed(attempt, failure);
    }

    /// <summary>Starts a request; null if it skips the model.</summary>
    internal CooldownAttempt? Begin(string? tenant = null)
    {
        FallbackState state = Shop.Chat.Start(Store, tenant);
        return Store.TryBegin(ref state, out CooldownAttempt attempt, tenant) && attempt.Model == Shop.Large ? attempt : null;
    }

    public async ValueTask DisposeAsync()
    {
        await Sharing.DisposeAsync();
        await Multiplexer.DisposeAsync();
    }

    private static CooldownOptions Configure(CooldownOptions options, TimeProvider clock)
    {
        options.TimeProvider = clock;
        options.ProbeJitter = 0;
        return options;
    }

    private sealed class SkewedClock(TimeSpan skew) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + skew;
    }
}
