using FailScope.Demo.Turns;
using FailScope.Testing;
using static FailScope.Demo.Models;
using static FailScope.Demo.Scenarios.ExpectedAttempt;
using static FailScope.FailureKind;

namespace FailScope.Demo.Scenarios;

/// <summary>The request itself, or its caller, decides the result of the turn.</summary>
internal static class RequestScenarios
{
    internal static IEnumerable<Scenario> All =>
    [
        new("content-filtered", Chat)
        {
            Title = "The content is refused",
            Story = "The prompt is the problem, and other models would refuse it too: the turn ends with the provider's refusal.",
            Upstream = upstream => upstream.When(OpenRouter).Reply(FakeProvider.OpenRouter.ContentFiltered()),
            Expected = [Fails(nameof(ClaudeSonnet5), ContentFiltered)],
            Ends = Ending.Refused,
            Calls = 1,
            PeerCalls = 4,
        },
        new("second-opinion", Writing)
        {
            Title = "A caller that does not accept a refusal",
            Story = "Some refusals are specific to one model. A caller can opt in, per failure kind, to asking the next model.",
            Upstream = upstream => upstream.When(Gpt55).Reply(FakeProvider.OpenAI.ContentFiltered()),
            FallbackOn = [ContentFiltered],
            Expected = [Fails(nameof(Gpt55), ContentFiltered), Answers(nameof(Gpt54Mini))],
            Calls = 2,
            PeerCalls = 2,
        },
        new("invalid-request", Writing)
        {
            Title = "The request is invalid",
            Story = "Every provider rejects a tool with an invalid schema. The turn ends at the first refusal, which names the error.",
            Upstream = upstream =>
            {
                upstream.When(Models.OpenAI).Reply(FakeProvider.OpenAI.InvalidRequest());
                upstream.When(Mistral).Reply(FakeProvider.Mistral.InvalidRequest());
            },
            Expected = [Fails(nameof(Gpt55), InvalidRequest)],
            Ends = Ending.Refused,
            Calls = 1,
            PeerCalls = 4,
        },
        new("cancelled", Coding)
        {
            Title = "The caller cancels",
            Story = "The user closes the window while the first model is working. No other model is tried, and no model has failed.",
            CallerGivesUp = true,
            Expected = [Fails(nameof(ClaudeOpus5), Cancelled)],
            Ends = Ending.Cancelled,
            Calls = 1,
            PeerCalls = 1,
        },
        new("image", Support)
        {
            Title = "The request has an image",
            Story = "The first model of the chain does not accept images. The catalog says so, so it is skipped from the start.",
            HasImage = true,
            Upstream = upstream => upstream.When(GroqLlama33).Reply(FakeProvider.Groq.InvalidRequest()),
            Expected = [Answers(nameof(Grok45))],
            Calls = 1,
            PeerCalls = 2,
        },
    ];
}
