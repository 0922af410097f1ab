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
            Story = "The paid siblings draw on the same empty account, so they are skipped without a call. The free model is on "
                + "the same key, costs nothing, and answers.",
            Upstream = upstream => upstream.When(call => call.Credential == RouterKey && call.Model is { IsFree: false }).Reply(FakeProvider.OpenRouter.CreditExhausted()),
            Expected = [Fails(nameof(ClaudeSonnet5), CreditExhausted, nameof(Gpt56Terra), nameof(Gemini36Flash)), Answers(nameof(NemotronUltraFree))],
            Calls = 2,
            PeerCalls = 4,
        },
        new("negative-balance", Thrifty)
        {
            Title = "Even a free model is refused for money",
            Story = "A free model that asks for credit means that the balance is negative: the account's other models, free or "
                + "not, would refuse as well. The turn moves to another account.",
            Upstream = upstream => upstream.When(RouterKey).Reply(FakeProvider.OpenRouter.CreditExhausted()),
            Expected = [Fails(nameof(Gemma31BFree), CreditExhausted, nameof(GptOss20BFree), nameof(DeepSeekV4Flash)), Answers(nameof(GroqLlama33))],
            Calls = 2,
            PeerCalls = 4,
        },
        new("nothing-left", Chat)
        {
            Title = "Nobody answers, and the cause is billing",
            Story = "A priced model says that credit is out, the free one that the balance is negative. Nothing is left, and the "
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
            Title = "Two keys, one empty wallet",
            Story = "The status is that of a rate limit, the code says that the quota is spent. The second key draws on the same "
                + "wallet, so its model is skipped too.",
            Upstream = upstream => upstream.When(call => call.Credential?.Account == Organization).Reply(FakeProvider.OpenAI.CreditExhausted()),
            Expected = [Fails(nameof(Gpt55), CreditExhausted, nameof(Gpt54Mini), nameof(ResearchO4Mini)), Answers(nameof(MistralLarge3))],
            Calls = 2,
            PeerCalls = 4,
        },
        new("key-budget", Team)
        {
            Title = "One key has spent its cap",
            Story = "The cap is the key's, not the account's: the priced models on this key go, the other key of the same wallet "
                + "still pays.",
            Upstream = upstream => upstream.When(call => call.Credential == TeamKey && call.Model is { IsFree: false }).Reply(FakeProvider.OpenRouter.KeyBudgetExhausted()),
            Expected = [Fails(nameof(TeamClaudeOpus5), KeyBudgetExhausted, nameof(TeamGpt54)), Answers(nameof(BatchGpt54Mini))],
            Calls = 2,
            PeerCalls = 3,
        },
        new("free-quota", Thrifty)
        {
            Title = "The free requests of the day are used up",
            Story = "The free quota belongs to the account, for all of its free models together. The priced ones of the same account "
                + "live, and the first of them answers.",
            Upstream = upstream => upstream.When(call => call.Credential == RouterKey && call.Model is { IsFree: true }).Reply(FakeProvider.OpenRouter.FreeQuotaExhausted()),
            Expected = [Fails(nameof(Gemma31BFree), FreeQuotaExhausted, nameof(GptOss20BFree)), Answers(nameof(DeepSeekV4Flash))],
            Calls = 2,
            PeerCalls = 3,
        },
        new("usage-limit", Writing)
        {
            Title = "The window of a plan is used up",
            Story = "The plan allows so much in a few hours, for all models of the account together. Until the window is over both "
                + "keys would be refused, so the turn moves to another account.",
            Upstream = upstream => upstream.When(call => call.Credential?.Account == Organization).Reply(FakeProvider.OpenAI.UsageLimitReached()),
            Expected = [Fails(nameof(Gpt55), UsageLimitReached, nameof(Gpt54Mini), nameof(ResearchO4Mini)), Answers(nameof(MistralLarge3))],
            Calls = 2,
            PeerCalls = 4,
        },
        new("too-expensive", Chat)
        {
            Title = "The balance pays for less than was asked",
            Story = "A 402 that is no empty account: this model's price times the tokens asked for is more than is left. A cheaper "
                + "model on the same key can be paid, so only this one is out.",
            Upstream = upstream => upstream.When(ClaudeSonnet5).Reply(FakeProvider.OpenRouter.RequestTooExpensive()),
            Expected = [Fails(nameof(ClaudeSonnet5), RequestTooExpensive), Answers(nameof(Gpt56Terra))],
            Calls = 2,
            PeerCalls = 2,
        },
    ];
}
