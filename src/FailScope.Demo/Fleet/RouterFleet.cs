using System.Text.Json;
using FailScope.Demo.Scenarios;
using FailScope.Demo.Turns;
using FailScope.Testing;

namespace FailScope.Demo.Fleet;

/// <summary>Plays the phases of a scenario with one process for each router, fake providers and one server for the shared memory.</summary>
internal static class RouterFleet
{
    internal static async Task<IReadOnlyList<RouterPhaseResult>> PlayAsync(Scenario scenario, FakeUpstream upstream, CancellationToken cancellationToken)
    {
        using var server = new MemoryServer();
        RouterOrders orders = OrdersFor(scenario.Chain, upstream, server);
        Task<RouterProcess>[] starting =
            [.. Enumerable.Range(0, scenario.Phases.Max(phase => phase.Router)).Select(_ => RouterProcess.StartAsync(orders, cancellationToken))];
        try
        {
            RouterProcess[] routers = await Task.WhenAll(starting);
            var results = new List<RouterPhaseResult>();
            foreach (RouterPhase phase in scenario.Phases)
            {
                if (phase.IsServerDown)
                {
                    server.Dispose();
                }

                results.Add(await PlayAsync(phase, routers[phase.Router - 1], scenario.Chain, cancellationToken));

                // Wait until the other routers have received what one of them learned.
                await Task.WhenAll(routers.Select(router => router.TellAsync(RouterProgram.Wait, cancellationToken)));
            }

            return results;
        }
        finally
        {
            foreach (Task<RouterProcess> start in starting)
            {
                await EndAsync(start);
            }
        }
    }

    private static async Task<RouterPhaseResult> PlayAsync(RouterPhase phase, RouterProcess router, FallbackChain chain, CancellationToken cancellationToken)
    {
        var turns = new List<TurnResult>();
        int calls = 0;
        for (int request = 0; request < phase.Requests; request++)
        {
            RouterTurn turn = JsonSerializer.Deserialize<RouterTurn>(await router.TellAsync(RouterProgram.Ask, cancellationToken))!;
            turns.Add(turn.ToResult(chain));
            calls += turn.Calls;
        }

        return new RouterPhaseResult(phase, turns, calls);
    }

    private static RouterOrders OrdersFor(FallbackChain chain, FakeUpstream upstream, MemoryServer server) => new(
        chain.Name,
        server.Endpoint,
        chain.Models.Select(model => model.Provider).Distinct().ToDictionary(provider => provider.Name, provider => upstream.EndpointOf(provider).ToString()),
        chain.Models.Select(model => model.Credential).Distinct().ToDictionary(credential => credential.Name, upstream.KeyOf));

    private static async Task EndAsync(Task<RouterProcess> start)
    {
        try
        {
            (await start).Dispose();
        }
        catch (Exception)
        {
            // The process never started. The code that waits for all routers reports why.
        }
    }
}
