using System.Net.Sockets;
using FailScope.Tests.Fixtures;

namespace FailScope.Tests.Cooldowns;

/// <summary>Lost connections: one affects one response; several with different models count as a failure of the provider.</summary>
public sealed class BrokenConnectionTests
{
    private static readonly Model[] AtRouter = [Shop.Large, Shop.SmallFree];

    private readonly CooldownRig _memory = new();

    public static TheoryData<Exception> Breaks =>
    [
        new HttpIOException(HttpRequestError.ResponseEnded),
        new HttpRequestException(HttpRequestError.HttpProtocolError, "The connection was reset."),
        new HttpRequestException("While copying content to a stream.", new IOException("Unable to read.", new SocketException((int)SocketError.ConnectionReset))),
        new IOException("The stream ended."),
    ];

    [Theory]
    [MemberData(nameof(Breaks), DisableDiscoveryEnumeration = true)]
    public void Four_lost_connections_of_two_models_within_a_minute_make_the_provider_cool_down_for_all_tenants(Exception exception)
    {
        Failure failure = FailureClassifier.Classify(exception, CancellationToken.None);
        for (int i = 0; i < 4; i++)
        {
            Assert.Empty(_memory.Store.GetEntries());
            _memory.Fail(AtRouter[i % 2], failure, "red");
        }

        CooldownEntry entry = Assert.Single(_memory.Store.GetEntries());
        Assert.Equal(Shop.Router.ProviderScope, entry.Scope);
        Assert.Equal(FailureKind.Overloaded, entry.Cause);
        Assert.Equal(CooldownRig.Noon.AddSeconds(15), entry.Until);
        Assert.Equal("DirectA, DirectB", _memory.Alive(tenant: "blue"));
    }

    [Fact]
    public async Task Two_turns_with_three_models_of_one_provider_are_enough()
    {
        var options = new FallbackOptions { Cooldowns = _memory.Store };
        for (int turn = 0; turn < 2; turn++)
        {
            await Assert.ThrowsAsync<FallbackExhaustedException>(() => Shop.Founding.RunAsync<string>(
                (_, _) => throw new HttpIOException(HttpRequestError.ResponseEnded), options, TestContext.Current.CancellationToken));
        }

        Assert.Contains(_memory.Store.GetEntries(), entry => entry.Scope.Equals(Shop.Router.ProviderScope));
    }

    [Fact]
    public void Lost_connections_of_one_model_never_make_the_provider_cool_down()
    {
        for (int i = 0; i < 3; i++)
        {
            _memory.Fail(Shop.Large, Break());
        }

        CooldownEntry entry = Assert.Single(_memory.Store.GetEntries());
        Assert.Equal(Shop.Large.ModelScope, entry.Scope);
    }

    [Fact]
    public void For_the_model_lost_connections_count_like_other_transient_failures()
    {
        _memory.Fail(Shop.Large, Break());
        _memory.Fail(Shop.Large, FailureKind.Timeout);
        _memory.Fail(Shop.Large, FailureKind.Timeout);
        Assert.Equal(Shop.Large.ModelScope, Assert.Single(_memory.Store.GetEntries()).Scope);
    }

    [Fact]
    public void A_success_in_between_restarts_the_count()
    {
        _memory.Fail(Shop.Large, Break());
        _memory.Fail(Shop.SmallFree, Break());
        _memory.Fail(Shop.Large, Break());
        _memory.Answer(Shop.Medium);
        _memory.Fail(Shop.SmallFree, Break());
        Assert.Empty(_memory.Store.GetEntries());
    }

    [Fact]
    public void An_error_response_in_between_restarts_the_count_because_it_arrived_completely()
    {
        _memory.Fail(Shop.Large, Break());
        _memory.Fail(Shop.SmallFree, Break());
        _memory.Fail(Shop.Large, Break());
        _memory.Fail(Shop.Medium, new Failure(FailureKind.InvalidRequest) { StatusCode = 400 });
        _memory.Fail(Shop.SmallFree, Break());
        Assert.Empty(_memory.Store.GetEntries());
    }

    [Fact]
    public void Lost_connections_more_than_a_minute_apart_do_not_add_up()
    {
        for (int i = 0; i < 8; i++)
        {
            _memory.Fail(AtRouter[i % 2], Break());
            _memory.Clock.Advance(TimeSpan.FromSeconds(21));
        }

        Assert.Empty(_memory.Store.GetEntries());
    }

    [Fact]
    public void Failed_connects_count_toward_the_limit_of_lost_connections_but_not_the_reverse()
    {
        _memory.Fail(Shop.Large, Break());
        _memory.Fail(Shop.SmallFree, Break());
        _memory.Fail(Shop.Large, FailureKind.ProviderUnreachable);
        Assert.Empty(_memory.Store.GetEntries());
        _memory.Fail(Shop.SmallFree, Break());
        Assert.Equal(Shop.Router.ProviderScope, Assert.Single(_memory.Store.GetEntries()).Scope);
    }

    [Fact]
    public void A_probe_whose_connection_is_lost_extends_the_providers_cool_down()
    {
        for (int i = 0; i < 4; i++)
        {
            _memory.Fail(AtRouter[i % 2], Break());
        }

        _memory.Clock.Advance(TimeSpan.FromSeconds(16));
        _memory.Fail(Shop.Large, Break());
        CooldownEntry entry = Assert.Single(_memory.Store.GetEntries(), entry => entry.Scope is ProviderScopeKey);
        Assert.Equal(1, entry.FailedProbes);
        Assert.Equal(_memory.Clock.GetUtcNow().AddSeconds(30), entry.Until);
    }

    [Fact]
    public void If_unreachable_providers_are_not_remembered_lost_connections_are_not_either()
    {
        var memory = new CooldownRig(options => options.Set(FailureKind.ProviderUnreachable, CooldownPolicy.Never).Set(FailureKind.Overloaded, CooldownPolicy.Never));
        for (int i = 0; i < 8; i++)
        {
            memory.Fail(AtRouter[i % 2], Break());
        }

        Assert.Empty(memory.Store.GetEntries());
    }

    private static Failure Break() => FailureClassifier.Classify(new HttpIOException(HttpRequestError.ResponseEnded), CancellationToken.None);
}
