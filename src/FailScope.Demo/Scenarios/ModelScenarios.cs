using FailScope.Demo.Server;
using static FailScope.Demo.Models;
using static FailScope.Demo.Scenarios.ExpectedAttempt;
using static FailScope.FailureKind;

namespace FailScope.Demo.Scenarios;

/// <summary>One model in trouble, while its siblings are well.</summary>
internal static class ModelScenarios
{
    internal static IEnumerable<Scenario> All =>
    [
        new("rate-limited", LongDocument)
        {
            Title = "Too many requests",
            Story = "A rate limit is the model's own. The sibling on the same key is tried at once, without waiting.",
            Providers = [new(model => model == GroqGptOss120B, GroqErrors.RateLimited)],
            Expected = [Fails(nameof(GroqGptOss120B), RateLimited), Answers(nameof(GroqGptOss20B))],
            Calls = 2,
            PeerCalls = 2,
        },
        new("overloaded", Coding)
        {
            Title = "The model is overloaded",
            Story = "Status 529 is in no standard. It means that this model has too much to do; the next one answers.",
            Providers = [new(model => model == ClaudeOpus5, AnthropicErrors.Overloaded)],
            Expected = [Fails(nameof(ClaudeOpus5), Overloaded), Answers(nameof(ClaudeSonnet46))],
            Calls = 2,
            PeerCalls = 2,
        },
        new("timeout", Coding)
        {
            Title = "The model takes too long",
            Story = "The client's own deadline passes. The exception looks like a cancellation, but the caller's token says "
                + "otherwise, so the turn goes on.",
            Providers = [new(model => model == ClaudeOpus5, StallReply.Instance)],
            Hurried = ClaudeOpus5,
            Expected = [Fails(nameof(ClaudeOpus5), FailureKind.Timeout), Answers(nameof(ClaudeSonnet46))],
            Calls = 2,
            PeerCalls = 2,
        },
        new("model-gone", LongDocument)
        {
            Title = "The model was decommissioned",
            Story = "Status 400 usually means that the request is wrong and ends the turn. The code says that only the model is "
                + "gone, so the turn goes on.",
            Providers = [new(model => model == GroqGptOss120B, GroqErrors.Decommissioned)],
            Expected = [Fails(nameof(GroqGptOss120B), ModelUnavailable), Answers(nameof(GroqGptOss20B))],
            Calls = 2,
            PeerCalls = 2,
        },
        new("context-length", LongDocument)
        {
            Title = "The prompt is longer than the window",
            Story = "A model whose declared window is not larger would refuse too and is skipped. The next larger window is still "
                + "too small for this prompt; the largest takes it.",
            Providers =
            [
                new(model => model.Provider == Groq, GroqErrors.ContextLength),
                new(model => model == ClaudeHaiku45, AnthropicErrors.PromptTooLong),
            ],
            Expected =
            [
                Fails(nameof(GroqGptOss120B), ContextLengthExceeded, nameof(GroqGptOss20B)),
                Fails(nameof(ClaudeHaiku45), ContextLengthExceeded),
                Answers(nameof(ClaudeSonnet46)),
            ],
            Calls = 3,
            PeerCalls = 4,
        },
        new("unknown", Support)
        {
            Title = "Something answers that is no provider",
            Story = "A network in between sends its login page under status 200. Nobody can say what is wrong, so only this model "
                + "is out.",
            Providers = [new(model => model == GroqLlama33, CommonErrors.LoginPage)],
            Expected = [Fails(nameof(GroqLlama33), Unknown), Answers(nameof(Grok45))],
            Calls = 2,
            PeerCalls = 2,
        },
    ];
}
