using System.Net.Sockets;
using FailScope.Tests.Fixtures;

namespace FailScope.Tests.Cooldowns;

/// <summary>Connections that break off: one says something about one answer, several of different models about the provider.</summary>
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
    public void Four_of_two_models_within_a_minute_are_the_providers_for_all_tenants(Exception exception)
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
    public async Task Two_turns_at_three_models_of_one_provider_are_enough()
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
    public void Those_of_one_model_stay_its_own_however_many()
    {
        for (int i = 0; i < 3; i++)
        {
            _memory.Fail(Shop.Large, Break());
        }

        CooldownEntry entry = Assert.Single(_memory.Store.GetEntries());
        Assert.Equal(Shop.Large.ModelScope, entry.Scope);
    }

    [Fact]
    public void For_the_model_itself_they_count_like_other_trouble()
    {
        _memory.Fail(Shop.Large, Break());
        _memory.Fail(Shop.Large, FailureKind.Timeout);
        _memory.Fail(Shop.Large, FailureKind.Timeout);
        Assert.Equal(Shop.Large.ModelScope, Assert.Single(_memory.Store.GetEntries()).Scope);
    }

    [Fact]
    public void An_answer_between_them_starts_the_count_again()
    {
        _memory.Fail(Shop.Large, Break());
        _memory.Fail(Shop.SmallFree, Break());
        _memory.Fail(Shop.Large, Break());
        _memory.Answer(Shop.Medium);
        _memory.Fail(Shop.SmallFree, Break());
        Assert.Empty(_memory.Store.GetEntries());
    }

    [Fact]
    public void So_does_an_error_answer_because_it_arrived_whole()
    {
        _memory.Fail(Shop.Large, Break());
        _memory.Fail(Shop.SmallFree, Break());
        _memory.Fail(Shop.Large, Break());
        _memory.Fail(Shop.Medium, new Failure(FailureKind.InvalidRequest) { StatusCode = 400 });
        _memory.Fail(Shop.SmallFree, Break());
        Assert.Empty(_memory.Store.GetEntries());
    }

    [Fact]
    public void Those_that_are_more_than_a_minute_apart_do_not_add_up()
    {
        for (int i = 0; i < 8; i++)
        {
            _memory.Fail(AtRouter[i % 2], Break());
            _memory.Clock.Advance(TimeSpan.FromSeconds(21));
        }

        Assert.Empty(_memory.Store.GetEntries());
    }

    [Fact]
    public void Connections_that_were_never_made_count_for_them_and_not_the_other_way_round()
    {
        _memory.Fail(Shop.Large, Break());
        _memory.Fail(Shop.SmallFree, Break());
        _memory.Fail(Shop.Large, FailureKind.ProviderUnreachable);
        Assert.Empty(_memory.Store.GetEntries());
        _memory.Fail(Shop.SmallFree, Break());
        Assert.Equal(Shop.Router.ProviderScope, Assert.Single(_memory.Store.GetEntries()).Scope);
    }

    [Fact]
    public void A_probe_that_breaks_off_makes_the_providers_cool_down_longer()
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
    public void Where_an_unreachable_provider_is_not_remembered_neither_are_they()
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
