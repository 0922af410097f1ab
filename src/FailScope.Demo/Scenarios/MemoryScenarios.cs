using FailScope.Testing;
using static FailScope.Demo.Models;
using static FailScope.Demo.Scenarios.ExpectedAttempt;

namespace FailScope.Demo.Scenarios;

/// <summary>What one request learns, those that follow know.</summary>
internal static class MemoryScenarios
{
    internal static IEnumerable<Scenario> All =>
    [
        new("memory", Chat)
        {
            Title = "Twenty requests, and the account stays out of credit",
            Story = "The first request learns that the account is empty. The nineteen that follow start with the free model at once, "
                + "until a single probe finds out whether somebody has paid. The last of the twenty is shown.",
            Upstream = upstream => upstream.When(call => call.Credential == RouterKey && call.Model is { IsFree: false }).Reply(FakeProvider.OpenRouter.CreditExhausted()),
            Expected = [Answers(nameof(NemotronUltraFree))],
            Requests = 20,
            Calls = 21,
            CallsWithoutMemory = 40,
            PeerCalls = 80,
        },
    ];
}
