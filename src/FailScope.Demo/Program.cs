using FailScope.Demo.Playing;
using FailScope.Demo.Scenarios;
using FailScope.Demo.Server;

await using FakeProviders providers = await FakeProviders.StartAsync(default);
using var player = new ScenarioPlayer(providers);
foreach (Scenario scenario in AllScenarios.InOrder)
{
    ScenarioResult result = await player.PlayAsync(scenario, default);
    Console.WriteLine($"{scenario.Name}: {(result.IsAsExpected ? "ok" : "NOT")} calls {result.Calls} peer {result.Peer.Calls} {result.Peer.Outcome} | {result.Turn.Text} | {result.Turn.Message}");
    foreach (var a in result.Turn.Attempts)
        Console.WriteLine($"     {a.Model.Name}: {a.Failure?.StatusCode} {a.Failure?.ToString() ?? "answered"} {a.Failure?.RetryAfter} {a.Failure?.ResetsAt}");
    foreach (string d in result.Differences) Console.WriteLine("   !! " + d);
}
