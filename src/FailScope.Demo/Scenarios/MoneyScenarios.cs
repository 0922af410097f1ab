using FailScope.Testing;
using static FailScope.Demo.Models;
using static FailScope.Demo.Scenarios.ExpectedAttempt;
using static FailScope.FailureKind;

namespace FailScope.Demo.Scenarios;

/// <summary>Credit, spending limits and free quotas that are used up.</summary>
internal static class MoneyScenarios
{
    internal static IEnumerable<Scenario> All =>
    [
        new("out-of-credit", Chat)
        {
            Title = "The account is out of credit",
            Story = "The other priced models use the same empty account, so they are skipped without a call. The free model is on "
                + "the same key, costs nothing, and answers.",
            Upstream = upstream => upstream.When(call => call.Credential == RouterKey && call.Model is { IsFree: false }).Reply(FakeProvider.OpenRouter.CreditExhausted()),
            Expected = [Fails(nameof(ClaudeSonnet5), CreditExhausted, nameof(Gpt56Terra), nameof(Gemini36Flash)), Answers(nameof(NemotronUltraFree))],
            Calls = 2,
            PeerCalls = 4,
        },
        new("negative-balance", Thrifty)
        {
            Title = "Even a free model is refused because of the balance",
            Story = "If even a free model asks for credit, the balance is negative: the account's other models, free or "
                + "priced, would refuse too. The turn moves to another account.",
            Upstream = upstream => upstream.When(RouterKey).Reply(FakeProvider.OpenRouter.CreditExhausted()),
            Expected = [Fails(nameof(Gemma31BFree), CreditExhausted, nameof(GptOss20BFree), nameof(DeepSeekV4Flash)), Answers(nameof(GroqLlama33))],
            Calls = 2,
            PeerCalls = 4,
        },
        new("nothing-left", Chat)
        {
            Title = "No model answers, and the cause is billing",
            Story = "A priced model reports that the credit is exhausted, the free one that the balance is negative. No model is left, and the "
                + "exception says why: somebody has to pay.",
            Upstream = upstream => upstream.When(RouterKey).Reply(FakeProvider.OpenRouter.CreditExhausted()),
            Expected =
            [
                Fails(nameof(ClaudeSonnet5), CreditExhausted, nameof(Gpt56Terra), nameof(Gemini36Flash)),
                Fails(nameof(NemotronUltraFree), CreditExhausted),
            ],
            Ends = Turns.Ending.Exhausted,
            Calls = 2,
            PeerCalls = 4,
        },
        new("shared-wallet", Writing)
        {
            Title = "Two keys of one empty account",
            Story = "The status is that of a rate limit, but the error code says that the quota is spent. The second key uses the same "
                + "account, so its model is skipped too.",
            Upstream = upstream => upstream.When(call => call.Credential?.Account == Organization).Reply(FakeProvider.OpenAI.CreditExhausted()),
            Expected = [Fails(nameof(Gpt55), CreditExhausted, nameof(Gpt54Mini), nameof(ResearchO4Mini)), Answers(nameof(MistralLarge3))],
            Calls = 2,
            PeerCalls = 4,
        },
        new("key-budget", Team)
        {
            Title = "One key has reached its spending limit",
            Story = "The limit applies to the key, not to the account: the priced models on this key are skipped, but the other key of the "
                + "same account still works.",
            Upstream = upstream => upstream.When(call => call.Credential == TeamKey && call.Model is { IsFree: false }).Reply(FakeProvider.OpenRouter.KeyBudgetExhausted()),
            Expected = [Fails(nameof(TeamClaudeOpus5), KeyBudgetExhausted, nameof(TeamGpt54)), Answers(nameof(BatchGpt54Mini))],
            Calls = 2,
            PeerCalls = 3,
        },
        new("free-quota", Thrifty)
        {
            Title = "The free requests of the day are used up",
            Story = "All free models of the account share one free quota. The priced models of the same account still work, "
                + "and the first of them answers.",
            Upstream = upstream => upstream.When(call => call.Credential == RouterKey && call.Model is { IsFree: true }).Reply(FakeProvider.OpenRouter.FreeQuotaExhausted()),
            Expected = [Fails(nameof(Gemma31BFree), FreeQuotaExhausted, nameof(GptOss20BFree)), Answers(nameof(DeepSeekV4Flash))],
            Calls = 2,
            PeerCalls = 3,
        },
        new("usage-limit", Writing)
        {
            Title = "The usage limit of a plan is reached",
            Story = "The plan limits the usage of a few hours, for all models of the account together. Until that time is over, both "
                + "keys would be refused, so the turn moves to another account.",
            Upstream = upstream => upstream.When(call => call.Credential?.Account == Organization).Reply(FakeProvider.OpenAI.UsageLimitReached()),
            Expected = [Fails(nameof(Gpt55), UsageLimitReached, nameof(Gpt54Mini), nameof(ResearchO4Mini)), Answers(nameof(MistralLarge3))],
            Calls = 2,
            PeerCalls = 4,
        },
        new("too-expensive", Chat)
        {
            Title = "The balance does not cover the request",
            Story = "A 402 without an empty account: this model's price times the requested tokens is more than the balance. A cheaper "
                + "model on the same key is affordable, so only this one is skipped.",
            Upstream = upstream => upstream.When(ClaudeSonnet5).Reply(FakeProvider.OpenRouter.RequestTooExpensive()),
            Expected = [Fails(nameof(ClaudeSonnet5), RequestTooExpensive), Answers(nameof(Gpt56Terra))],
            Calls = 2,
            PeerCalls = 2,
        },
    ];
}
