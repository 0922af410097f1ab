using FailScope.Testing;
using static FailScope.Demo.Models;
using static FailScope.Demo.Scenarios.ExpectedAttempt;
using static FailScope.FailureKind;

namespace FailScope.Demo.Scenarios;

/// <summary>Keys that are rejected or missing, and providers that cannot be reached.</summary>
internal static class AccessScenarios
{
    internal static IEnumerable<Scenario> All =>
    [
        new("dead-key", Assistant)
        {
            Title = "The key is refused",
            Story = "An invalid key rules out every model on it, so the free model on the same key is skipped too. The "
                + "other provider has its own key.",
            Upstream = upstream => upstream.When(RouterKey).Reply(FakeProvider.OpenRouter.AuthenticationFailed()),
            Expected = [Fails(nameof(ClaudeSonnet5), AuthenticationFailed, nameof(Gpt56Terra), nameof(Gemma31BFree)), Answers(nameof(ClaudeHaiku45))],
            Calls = 2,
            PeerCalls = 4,
        },
        new("not-configured", Assistant)
        {
            Title = "There is no key at all",
            Story = "No client can be built without a key, so nothing is called: every model on the credential is retired at once. "
                + "OrderedFailoverChatClient needs these models to be left out by hand.",
            WithoutKey = RouterKey,
            Expected = [Fails(nameof(ClaudeSonnet5), NotConfigured, nameof(Gpt56Terra), nameof(Gemma31BFree)), Answers(nameof(ClaudeHaiku45))],
            Calls = 1,
            PeerCalls = 1,
        },
        new("unreachable", Assistant)
        {
            Title = "The provider cannot be reached",
            Story = "The connection is refused. This affects all models of the provider, free or priced, so none of them is tried.",
            Unreachable = OpenRouter,
            Expected = [Fails(nameof(ClaudeSonnet5), ProviderUnreachable, nameof(Gpt56Terra), nameof(Gemma31BFree)), Answers(nameof(ClaudeHaiku45))],
            Calls = 2,
            PeerCalls = 4,
        },
        new("hung-up", Assistant)
        {
            Title = "The provider drops a connection",
            Story = "The connection opens and then closes without a response. There is no status and no body, only a chain of "
                + "inner exceptions. The provider was reached, so its other models stay in the turn.",
            Upstream = upstream => upstream.When(ClaudeSonnet5).Reply(FakeReply.ConnectionReset),
            Expected = [Fails(nameof(ClaudeSonnet5), Overloaded), Answers(nameof(Gpt56Terra))],
            Calls = 2,
            PeerCalls = 2,
        },
    ];
}
