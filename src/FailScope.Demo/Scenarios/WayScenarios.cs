using FailScope.Demo.Turns;
using FailScope.Testing;
using static FailScope.Demo.Models;
using static FailScope.Demo.Scenarios.ExpectedAttempt;
using static FailScope.FailureKind;

namespace FailScope.Demo.Scenarios;

/// <summary>The same tables used without the chat client.</summary>
internal static class WayScenarios
{
    internal static IEnumerable<Scenario> All =>
    [
        new("own-loop", Chat)
        {
            Title = "Out of credit, with the app's own loop",
            Story = "The out-of-credit case again. Here the app runs the loop: a state, the next model, and the models left after a "
                + "failure.",
            Way = Way.OwnLoop,
            Upstream = upstream => upstream.When(call => call.Credential == RouterKey && call.Model is { IsFree: false }).Reply(FakeProvider.OpenRouter.CreditExhausted()),
            Expected = [Fails(nameof(ClaudeSonnet5), CreditExhausted, nameof(Gpt56Terra), nameof(Gemini36Flash)), Answers(nameof(NemotronUltraFree))],
            Calls = 2,
            PeerCalls = 4,
        },
        new("run-async", Assistant)
        {
            Title = "An invalid key, with one line around the call",
            Story = "RunAsync takes any operation on a model, chat or not, and repeats it for each model of the chain until one succeeds.",
            Way = Way.RunAsync,
            Upstream = upstream => upstream.When(RouterKey).Reply(FakeProvider.OpenRouter.AuthenticationFailed()),
            Expected = [Fails(nameof(ClaudeSonnet5), AuthenticationFailed, nameof(Gpt56Terra), nameof(Gemma31BFree)), Answers(nameof(ClaudeHaiku45))],
            Calls = 2,
            PeerCalls = 4,
        },
    ];
}
