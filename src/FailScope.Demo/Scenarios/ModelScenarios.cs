using FailScope.Testing;
using static FailScope.Demo.Models;
using static FailScope.Demo.Scenarios.ExpectedAttempt;
using static FailScope.FailureKind;

namespace FailScope.Demo.Scenarios;

/// <summary>One model fails, while the others work.</summary>
internal static class ModelScenarios
{
    internal static IEnumerable<Scenario> All =>
    [
        new("rate-limited", LongDocument)
        {
            Title = "Too many requests",
            Story = "A rate limit applies to one model. The next model on the same key is tried at once, without waiting.",
            Upstream = upstream => upstream.When(GroqGptOss120B).Reply(FakeProvider.Groq.RateLimited()),
            Expected = [Fails(nameof(GroqGptOss120B), RateLimited), Answers(nameof(GroqGptOss20B))],
            Calls = 2,
            PeerCalls = 2,
        },
        new("overloaded", Coding)
        {
            Title = "The model is overloaded",
            Story = "Status 529 is not in any standard. It means that this model is overloaded; the next one answers.",
            Upstream = upstream => upstream.When(ClaudeOpus5).Reply(FakeProvider.Anthropic.Overloaded()),
            Expected = [Fails(nameof(ClaudeOpus5), Overloaded), Answers(nameof(ClaudeSonnet46))],
            Calls = 2,
            PeerCalls = 2,
        },
        new("timeout", Coding)
        {
            Title = "The model takes too long",
            Story = "The client's own deadline passes. The exception looks like a cancellation, but the caller's token is "
                + "not cancelled, so the turn continues.",
            Upstream = upstream => upstream.When(ClaudeOpus5).Reply(FakeReply.NoAnswer),
            Hurried = ClaudeOpus5,
            Expected = [Fails(nameof(ClaudeOpus5), FailureKind.Timeout), Answers(nameof(ClaudeSonnet46))],
            Calls = 2,
            PeerCalls = 2,
        },
        new("model-gone", LongDocument)
        {
            Title = "The model was decommissioned",
            Story = "Status 400 usually means that the request is invalid and ends the turn. The error code says that only the model "
                + "is gone, so the turn continues.",
            Upstream = upstream => upstream.When(GroqGptOss120B).Reply(FakeProvider.Groq.ModelUnavailable()),
            Expected = [Fails(nameof(GroqGptOss120B), ModelUnavailable), Answers(nameof(GroqGptOss20B))],
            Calls = 2,
            PeerCalls = 2,
        },
        new("context-length", LongDocument)
        {
            Title = "The prompt is longer than the context window",
            Story = "Models whose declared window is not larger would refuse too, so they are skipped. The next larger window is still "
                + "too small for this prompt; the largest takes it.",
            Upstream = upstream =>
            {
                upstream.When(Groq).Reply(FakeProvider.Groq.ContextLengthExceeded());
                upstream.When(ClaudeHaiku45).Reply(FakeProvider.Anthropic.ContextLengthExceeded());
            },
            Expected =
            [
                Fails(nameof(GroqGptOss120B), ContextLengthExceeded, nameof(GroqGptOss20B)),
                Fails(nameof(ClaudeHaiku45), ContextLengthExceeded),
                Answers(nameof(ClaudeSonnet46)),
            ],
            Calls = 3,
            PeerCalls = 4,
        },
        new("too-large", Chat)
        {
            Title = "The request is larger than one model's provider accepts",
            Story = "Waiting would not help, and the next model may have a different limit. Only this model is skipped, and nothing is "
                + "remembered, because a smaller request would pass.",
            Upstream = upstream => upstream.When(ClaudeSonnet5).Reply(FakeProvider.OpenRouter.RequestTooLarge()),
            Expected = [Fails(nameof(ClaudeSonnet5), RequestTooLarge), Answers(nameof(Gpt56Terra))],
            Calls = 2,
            PeerCalls = 2,
        },
        new("unknown", Support)
        {
            Title = "The response does not come from a provider",
            Story = "A network in between returns its login page with status 200. The cause is unknown, so only this model "
                + "is skipped.",
            Upstream = upstream => upstream.When(GroqLlama33).Reply(FakeReply.LoginPage),
            Expected = [Fails(nameof(GroqLlama33), Unknown), Answers(nameof(Grok45))],
            Calls = 2,
            PeerCalls = 2,
        },
    ];
}
