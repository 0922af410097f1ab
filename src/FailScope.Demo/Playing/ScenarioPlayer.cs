using FailScope.Demo.Clients;
using FailScope.Demo.Fleet;
using FailScope.Demo.Scenarios;
using FailScope.Demo.Turns;
using FailScope.Testing;

namespace FailScope.Demo.Playing;

/// <summary>Plays scenarios: the same request with the same failures, first through FailScope, then through the client to compare with.</summary>
internal sealed class ScenarioPlayer(FakeUpstream upstream) : IDisposable
{
    // The short time limit of the client whose model never answers.
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(250);

    private readonly SocketsHttpHandler _network = new();

    internal async Task<ScenarioResult> PlayAsync(Scenario scenario, CancellationToken cancellationToken)
    {
        var request = new TurnRequest(scenario.Chain)
        {
            HasImage = scenario.HasImage,
            IsStreaming = scenario.IsStreaming,
            FallbackOn = scenario.FallbackOn,
        };

        if (scenario.Hurried is not null)
        {
            // Play it once without failures and time limits, so that the time limit measures the model and not a cold start.
            await PlayTurnAsync(scenario with { Upstream = _ => { }, Hurried = null });
        }

        IReadOnlyList<RouterPhaseResult> phases = await PlayPhasesAsync(scenario, cancellationToken);
        (TurnResult turn, int calls) = phases.Count > 0
            ? (phases[^1].Turns[^1], phases.Sum(phase => phase.Calls))
            : await PlayTurnAsync(scenario, scenario.Requests > 1 ? new Cooldowns() : null);
        int? callsWithoutMemory = scenario.Requests > 1 ? (await PlayTurnAsync(scenario)).Calls : null;
        (PeerOutcome outcome, int peerCalls) = await CountAsync(
            scenario, (clients, caller) => Peer.AskAsync(request, clients, caller, cancellationToken), cancellationToken);
        return new ScenarioResult(scenario, turn, calls, callsWithoutMemory, new PeerResult(peerCalls, outcome)) { Phases = phases };

        Task<(TurnResult Result, int Calls)> PlayTurnAsync(Scenario scene, ICooldowns? cooldowns = null) => CountAsync(
            scene,
            (clients, caller) => TurnRunner.RunAsync(request with { Cooldowns = cooldowns }, scenario.Way, clients, caller, cancellationToken),
            cancellationToken);
    }

    public void Dispose() => _network.Dispose();

    private async Task<IReadOnlyList<RouterPhaseResult>> PlayPhasesAsync(Scenario scenario, CancellationToken cancellationToken)
    {
        if (scenario.Phases.Count == 0)
        {
            return [];
        }

        using var caller = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        SetScene(scenario, caller);
        return await RouterFleet.PlayAsync(scenario, upstream, caller.Token);
    }

    /// <summary>Sets up the failures, and counts the calls of all requests. The result is that of the last request.</summary>
    private async Task<(TResult Result, int Calls)> CountAsync<TResult>(
        Scenario scenario,
        Func<OpenAIClients, CancellationToken, Task<TResult>> ask,
        CancellationToken cancellationToken)
    {
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        SetScene(scenario, caller);
        var network = new CountingHandler(_network); // Not disposed, because that would dispose the network.
        using var clients = new OpenAIClients(credential => credential == scenario.WithoutKey ? null : upstream.KeyOf(credential), network)
        {
            EndpointOf = upstream.EndpointOf,
            TimeoutOf = model => model == scenario.Hurried ? Moment : TimeSpan.FromSeconds(100),
        };
        TResult result = await ask(clients, caller.Token);
        for (int request = 1; request < scenario.Requests; request++)
        {
            result = await ask(clients, caller.Token);
        }

        return (result, network.Calls);
    }

    private void SetScene(Scenario scenario, CancellationTokenSource caller)
    {
        upstream.Reset();
        scenario.Upstream(upstream);
        if (scenario.Unreachable is { } provider)
        {
            upstream.TakeDown(provider);
        }

        if (scenario.CallerGivesUp)
        {
            upstream.When(_ => true).Reply(_ =>
            {
                caller.Cancel();
                return FakeReply.NoAnswer;
            });
        }
    }
}
