using FailScope.Testing;
using static FailScope.Demo.Models;
using static FailScope.Demo.Scenarios.ExpectedAttempt;

namespace FailScope.Demo.Scenarios;

/// <summary>Later requests know what earlier ones learned.</summary>
internal static class MemoryScenarios
{
    internal static IEnumerable<Scenario> All =>
    [
        new("memory", Chat)
        {
            Title = "Twenty requests, and the account stays out of credit",
            Story = "The first request learns that the account is empty. The nineteen that follow start with the free model at once, "
                + "until a single probe checks whether the account has credit again. The last of the twenty is shown.",
            Upstream = upstream => upstream.When(call => call.Credential == RouterKey && call.Model is { IsFree: false }).Reply(FakeProvider.OpenRouter.CreditExhausted()),
            Expected = [Answers(nameof(NemotronUltraFree))],
            Requests = 20,
            Calls = 21,
            CallsWithoutMemory = 40,
            PeerCalls = 80,
        },
        new("outage", Chat)
        {
            Title = "Two routers share a memory through a server that goes down",
            Story = "Two processes share a memory server. One router learns that the account is empty; the other never calls it. "
                + "When the server goes down, both continue with what they know.",
            Upstream = upstream => upstream.When(call => call.Credential == RouterKey && call.Model is { IsFree: false }).Reply(FakeProvider.OpenRouter.CreditExhausted()),
            Expected = [Answers(nameof(NemotronUltraFree))],
            Phases =
            [
                new(1, "learns that the account is empty", Requests: 1, FailedCalls: 1),
                new(1, "remembers it", Requests: 4, FailedCalls: 0),
                new(2, "has heard of it", Requests: 5, FailedCalls: 0),
                new(1, "without the server", Requests: 5, FailedCalls: 0) { IsServerDown = true },
                new(2, "without the server", Requests: 5, FailedCalls: 0) { IsServerDown = true },
            ],
            Requests = 20,
            Calls = 21,
            CallsWithoutMemory = 40,
            PeerCalls = 80,
        },
    ];
}
