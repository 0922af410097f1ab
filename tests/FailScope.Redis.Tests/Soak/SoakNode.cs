using StackExchange.Redis;

namespace FailScope.Redis.Tests.Soak;

/// <summary>One process of a fleet, which runs and checks its turns.</summary>
internal sealed class SoakNode : IAsyncDisposable
{
    private static readonly string?[] Tenants = [null, "red", "blue"];

    private readonly Ledger _ledger;
    private readonly IConnectionMultiplexer _multiplexer;
    private readonly RedisCooldowns _fleet;

    private SoakNode(Ledger ledger, Cooldowns store, IConnectionMultiplexer multiplexer, RedisCooldowns fleet)
    {
        _ledger = ledger;
        Store = store;
        _multiplexer = multiplexer;
        _fleet = fleet;
    }

    internal Cooldowns Store { get; }

    internal bool IsSharing => _fleet.IsSharing;

    internal static async Task<SoakNode> StartAsync(TestServer server, Ledger ledger)
    {
        var options = new CooldownOptions { FailWhenAllCooling = true, ForgetAfter = TimeSpan.FromSeconds(10) };
        foreach (FailureKind kind in (FailureKind[])[FailureKind.ProviderUnreachable, FailureKind.AuthenticationFailed, FailureKind.CreditExhausted, FailureKind.RateLimited])
        {
            options.Set(kind, new CooldownPolicy { Duration = TimeSpan.FromMilliseconds(300), LongestDuration = TimeSpan.FromSeconds(1) });
        }

        var store = new Cooldowns(options);
        ConfigurationOptions configuration = ConfigurationOptions.Parse(server.Endpoint);
        configuration.AbortOnConnectFail = false;
        configuration.ConnectTimeout = 1000;
        configuration.ReconnectRetryPolicy = new LinearRetry(200);
        ConnectionMultiplexer multiplexer = await ConnectionMultiplexer.ConnectAsync(configuration);
        RedisCooldowns fleet = await RedisCooldowns.ConnectAsync(
            store, multiplexer, new RedisCooldownOptions { SyncInterval = TimeSpan.FromMilliseconds(500) }, TestContext.Current.CancellationToken);
        return new SoakNode(ledger, store, multiplexer, fleet);
    }

    /// <summary>Runs a turn. Each must end with a response, because the last model always answers.</summary>
    internal async Task PlayAsync(long number)
    {
        string? tenant = Tenants[number % Tenants.Length];
        if (number % 5_000 == 0)
        {
            Store.Reset(Market.Main.CreditScope, tenant);
        }

        _ledger.CountWithoutMemory(CallsWithoutMemory(tenant, DateTimeOffset.UtcNow));
        CooldownEntry[] held = Held(tenant);
        _ledger.Begin(held.Length > 0);
        var failures = new List<(Model Model, FailureKind Kind)>();
        try
        {
            string answer = await Market.Chat.RunAsync(CallAsync, OptionsFor(tenant), CancellationToken.None);
            _ledger.End(answer);
        }
        catch (Exception exception)
        {
            _ledger.Complain($"turn {number} ended with {exception.GetType().Name}: {exception.Message}");
        }

        async Task<string> CallAsync(Model model, CancellationToken cancellationToken)
        {
            Check(number, model, failures, held, tenant);
            await Task.Yield();
            if (World.Ask(model, tenant, DateTimeOffset.UtcNow) is not { } failure)
            {
                return model.Name;
            }

            failures.Add((model, failure.Kind));
            _ledger.CountFailure();
            throw new PlayedFailureException(failure);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _fleet.DisposeAsync();
        await _multiplexer.DisposeAsync();
    }

    private FallbackOptions OptionsFor(string? tenant) => new()
    {
        Cooldowns = Store,
        Tenant = () => tenant,
        Classify = (exception, _) => (exception as PlayedFailureException)?.Failure,
    };

    // The cool-downs that blocked a model when the turn began, and still do.
    private void Check(long number, Model model, List<(Model Model, FailureKind Kind)> failures, CooldownEntry[] held, string? tenant)
    {
        foreach ((Model failed, FailureKind kind) in failures)
        {
            if (Judge.Forbids(failed, kind, model))
            {
                _ledger.Complain($"turn {number} called {model.Name} after {failed.Name} had failed with {kind}");
            }
        }

        foreach (CooldownEntry entry in held.Where(entry => Judge.Forbids(entry, model)))
        {
            if (Array.Exists(Held(tenant), now => now.Scope.Equals(entry.Scope) && now.IncludesFree == entry.IncludesFree && now.Since == entry.Since))
            {
                _ledger.Complain($"turn {number} called {model.Name} in spite of {entry}");
            }
        }
    }

    private CooldownEntry[] Held(string? tenant)
    {
        DateTimeOffset now = DateTimeOffset.UtcNow;
        // All entries, not only those of the chain: the judge decides which of them affect a model.
        return [.. Store.GetEntries().Where(entry =>
            (entry.Tenant == tenant || entry.Scope is ProviderScopeKey) && entry.State == CooldownState.Cooling && entry.Until > now)];
    }

    private static int CallsWithoutMemory(string? tenant, DateTimeOffset now)
    {
        var failures = new List<(Model Model, FailureKind Kind)>();
        foreach (Model model in Market.Chat.Models)
        {
            if (failures.Exists(failure => Judge.Forbids(failure.Model, failure.Kind, model)))
            {
                continue;
            }

            if (World.Ask(model, tenant, now) is not { } failure)
            {
                break;
            }

            failures.Add((model, failure.Kind));
        }

        return failures.Count;
    }

    private sealed class PlayedFailureException(Failure failure) : Exception
    {
        internal Failure Failure { get; } = failure;
    }
}
