using FailScope.Demo.Turns;
using FailScope.Testing;
using static FailScope.Demo.Models;
using static FailScope.Demo.Scenarios.ExpectedAttempt;
using static FailScope.FailureKind;

namespace FailScope.Demo.Scenarios;

/// <summary>Streamed responses: a turn can fall back before the first content, but not after it.</summary>
internal static class StreamScenarios
{
    private static readonly FakeAnswer NoContent = FakeReply.Answer("");
    private static readonly FakeAnswer HalfAnAnswer = FakeReply.Answer("The answer is");

    internal static IEnumerable<Scenario> All =>
    [
        new("stream-out-of-credit", Chat)
        {
            Title = "A stream that never begins",
            Story = "The refusal comes before the stream starts. It is the out-of-credit case again, with streaming.",
            IsStreaming = true,
            Upstream = upstream => upstream.When(call => call.Credential == RouterKey && call.Model is { IsFree: false }).Reply(FakeProvider.OpenRouter.CreditExhausted()),
            Expected = [Fails(nameof(ClaudeSonnet5), CreditExhausted, nameof(Gpt56Terra), nameof(Gemini36Flash)), Answers(nameof(NemotronUltraFree))],
            Calls = 2,
            PeerCalls = 4,
        },
        new("stream-error-first", Writing)
        {
            Title = "An error inside a 200, before any content",
            Story = "The status was 200 and the stream has started, so the SDK sees an update and no error. No content was shown yet, so "
                + "the next model is tried.",
            IsStreaming = true,
            Upstream = upstream => upstream.When(Gpt55).Reply(NoContent.ThenFails(FakeProvider.OpenAI.Overloaded())),
            Expected = [Fails(nameof(Gpt55), Overloaded), Answers(nameof(Gpt54Mini))],
            Calls = 2,
            PeerCalls = 1,
        },
        new("stream-error-later", Writing)
        {
            Title = "An error inside a 200, after content",
            Story = "The user has seen half an answer, which another model cannot continue. The turn ends with an "
                + "error instead of a silent stop.",
            IsStreaming = true,
            Upstream = upstream => upstream.When(Gpt55).Reply(HalfAnAnswer.ThenFails(FakeProvider.OpenAI.Overloaded())),
            Expected = [Fails(nameof(Gpt55), Overloaded)],
            Ends = Ending.Interrupted,
            Calls = 1,
            PeerCalls = 1,
        },
        new("stream-cut-first", Assistant)
        {
            Title = "A stream that breaks before any content",
            Story = "The connection breaks after the opening event. No content was shown yet, and one broken stream says nothing about "
                + "the provider's other models: the next one answers.",
            IsStreaming = true,
            Upstream = upstream => upstream.When(ClaudeSonnet5).Reply(NoContent.ThenCloses()),
            Expected = [Fails(nameof(ClaudeSonnet5), Overloaded), Answers(nameof(Gpt56Terra))],
            Calls = 2,
            PeerCalls = 1,
        },
        new("stream-cut-later", Assistant)
        {
            Title = "A stream that breaks after content",
            Story = "The connection breaks in the middle of the answer. The content so far is kept, and the caller gets an error "
                + "instead of a silent end.",
            IsStreaming = true,
            Upstream = upstream => upstream.When(ClaudeSonnet5).Reply(HalfAnAnswer.ThenCloses()),
            Expected = [Fails(nameof(ClaudeSonnet5), Overloaded)],
            Ends = Ending.Interrupted,
            Calls = 1,
            PeerCalls = 1,
        },
        new("stream-stall", Coding)
        {
            Title = "A stream that begins and then stalls",
            Story = "Nothing follows the opening event. The client's deadline passes before any content was shown, so the "
                + "next model answers.",
            IsStreaming = true,
            Upstream = upstream => upstream.When(ClaudeOpus5).Reply(NoContent.ThenStalls()),
            Hurried = ClaudeOpus5,
            Expected = [Fails(nameof(ClaudeOpus5), FailureKind.Timeout), Answers(nameof(ClaudeSonnet46))],
            Calls = 2,
            PeerCalls = 1,
        },
        new("stream-empty", Chat)
        {
            Title = "A stream that is empty and complete",
            Story = "The model has nothing to say and ends properly. That is an answer, not a failure.",
            IsStreaming = true,
            Upstream = upstream => upstream.When(ClaudeSonnet5).Reply(NoContent),
            Expected = [Answers(nameof(ClaudeSonnet5))],
            Calls = 1,
            PeerCalls = 1,
        },
    ];
}
