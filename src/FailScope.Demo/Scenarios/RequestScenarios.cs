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
            Story = "What was asked is the problem, and asking others is no remedy: the turn ends with the provider's refusal.",
            Upstream = upstream => upstream.When(OpenRouter).Reply(FakeProvider.OpenRouter.ContentFiltered()),
            Expected = [Fails(nameof(ClaudeSonnet5), ContentFiltered)],
            Ends = Ending.Refused,
            Calls = 1,
            PeerCalls = 4,
        },
        new("second-opinion", Writing)
        {
            Title = "A refusal that the caller does not take for an answer",
            Story = "Some refusals are one model's own. A caller who says so, kind by kind, gets a second opinion.",
            Upstream = upstream => upstream.When(Gpt55).Reply(FakeProvider.OpenAI.ContentFiltered()),
            FallbackOn = [ContentFiltered],
            Expected = [Fails(nameof(Gpt55), ContentFiltered), Answers(nameof(Gpt54Mini))],
            Calls = 2,
            PeerCalls = 2,
        },
        new("invalid-request", Writing)
        {
            Title = "The request is wrong",
            Story = "A tool with a broken schema is refused everywhere. The turn ends at the first refusal, which names the bug.",
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
            Title = "The caller gives up",
            Story = "The user closes the window while the first model thinks. Nobody waits for another, and no model is to blame.",
            CallerGivesUp = true,
            Expected = [Fails(nameof(ClaudeOpus5), Cancelled)],
            Ends = Ending.Cancelled,
            Calls = 1,
            PeerCalls = 1,
        },
        new("image", Support)
        {
            Title = "The request has an image",
            Story = "The first model of the chain reads no images. The catalog knows, so it is out from the beginning.",
            HasImage = true,
            Upstream = upstream => upstream.When(GroqLlama33).Reply(FakeProvider.Groq.InvalidRequest()),
            Expected = [Answers(nameof(Grok45))],
            Calls = 1,
            PeerCalls = 2,
        },
    ];
}
