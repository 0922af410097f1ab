using FailScope.Demo.Server;
using FailScope.Demo.Turns;
using static FailScope.Demo.Models;
using static FailScope.Demo.Scenarios.ExpectedAttempt;
using static FailScope.FailureKind;

namespace FailScope.Demo.Scenarios;

/// <summary>The request itself, or whoever sent it, decides how the turn goes.</summary>
internal static class RequestScenarios
{
    internal static IEnumerable<Scenario> All =>
    [
        new("content-filtered", Chat)
        {
            Title = "The content is refused",
            Story = "What was asked is the problem, and asking others is no remedy: the turn ends with the provider's refusal.",
            Providers = [new(model => model.Provider == OpenRouter, OpenRouterErrors.Flagged)],
            Expected = [Fails(nameof(ClaudeSonnet5), ContentFiltered)],
            Ends = Ending.Refused,
            Calls = 1,
            PeerCalls = 4,
        },
        new("second-opinion", Writing)
        {
            Title = "A refusal that the caller does not take for an answer",
            Story = "Some refusals are one model's own. A caller who says so, kind by kind, gets a second opinion.",
            Providers = [new(model => model == Gpt55, OpenAIErrors.FlaggedPrompt)],
            FallbackOn = [ContentFiltered],
            Expected = [Fails(nameof(Gpt55), ContentFiltered), Answers(nameof(Gpt54Mini))],
            Calls = 2,
            PeerCalls = 2,
        },
        new("invalid-request", Writing)
        {
            Title = "The request is wrong",
            Story = "A tool with a broken schema is refused everywhere. The turn ends at the first refusal, which names the bug.",
            Providers =
            [
                new(model => model.Provider == Models.OpenAI, OpenAIErrors.InvalidTool),
                new(model => model.Provider == Mistral, MistralErrors.InvalidTool),
            ],
            Expected = [Fails(nameof(Gpt55), InvalidRequest)],
            Ends = Ending.Refused,
            Calls = 1,
            PeerCalls = 4,
        },
        new("cancelled", Coding)
        {
            Title = "The caller gives up",
            Story = "The user closes the window while the first model thinks. Nobody waits for another, and no model is to blame.",
            Providers = [new(model => model == ClaudeOpus5, StallReply.Instance)],
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
            Providers = [new(model => model == GroqLlama33, GroqErrors.NoImages)],
            Expected = [Answers(nameof(Grok45))],
            Calls = 1,
            PeerCalls = 2,
        },
    ];
}
