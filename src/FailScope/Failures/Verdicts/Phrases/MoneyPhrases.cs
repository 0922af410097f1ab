using static FailScope.PhraseRow;
using static FailScope.PhraseTable;

namespace FailScope;

/// <summary>Sentences about money: the credit of an account, the budget of a key, the free quota, the price of one request.</summary>
internal static class MoneyPhrases
{
    internal static PhraseRow[] Rows { get; } =
    [
        Clear(FailureKind.FreeQuotaExhausted,
            "free-models-per-", // OpenRouter
            "free allocated quota", "free tier of the model has been exhausted", // DashScope
            "(free|trial) (quota|usage|allowance|request) * (used|exhausted|exceeded|reached|gone)",
            "(free|trial) (requests|calls|messages|prompts|generations) (left|remaining|for today|per day|a day|for this month|per month)",
            "free (tier|plan) (daily |usage |)(limit|quota|allowance) (is |was |has been |)(reached|exceeded|exhausted|used up)",
            "free (hourly|daily|weekly|monthly) (quota|limit|usage|allowance)", "free (model |)(usage |request |)limit", "(today's|daily) free (quota|limit|usage)",
            "(limit of|exceeded|reached|exhausted|used up|used all) * free (model |models |)(quota|allowance)"),
        Clear(FailureKind.RequestTooExpensive,
            "prompt tokens limit exceeded", // OpenRouter; the class Afford reads other amounts
            "(in-flight|in flight) (requests|budget)"), // credit reserved by other requests for a few seconds
        Clear(FailureKind.KeyBudgetExhausted,
            "key limit exceeded", "create a key with a higher", // OpenRouter
            "budget has been exceeded", "exceeded(token|key|user|team|)budget", "exceeded budget", "over budget", // LiteLLM
            "cost (limit|cap|quota)", "(api key|this key|your key) quota",
            "token quota is not enough", "this token quota", "tokenstatusexhausted", "token remain quota", // one-api: here "token" means an API key
            "key (spending limit|spend limit|budget)", "key-level budget", "(virtual key|api key) usage limit", "(cap|budget|ceiling|allotment) (on|of|for) (this|the|your) (api key|access key|key)",
            "(api key|this key|your key) (has |)(reached|exceeded|hit) (its|the|your) (usage|spend|spending|credit) limit"),
        Clear(FailureKind.CreditExhausted,
            "(insufficient|not enough|negative) * (balance|credit|fund)", "(insufficient|not enough) quota", "quota is not (enough|sufficient)",
            "(credit|credits|balance|deposit) (is |are |)required", "positive balance", "(exhausted|depleted|empty) balance",
            "(balance|credit|funds) * " + Spent, "budget * " + Spent, "budget (of|for) * (exceeded|reached)",
            "(billing|subscription|membership) * (is suspended|been suspended)", "(payment|invoice|your bill) * " + Unpaid,
            "(out of|run out of|ran out of|have enough|no remaining|exceeds the remaining|exceeds your remaining|have no|no more|insufficient|not enough) (your |the |api |prepaid |account |spending |)(credit|balance|funds|budget)",
            "(exceeded|reached|used up|hit) (your|the|its) (monthly |spending |)budget",
            "(have|has) (any|no|zero) credits", "requires more credits", "out of (money|extra usage)", "used all available credits",
            "monthly included credits", "(free|trial) credits * (restricted|suspended|unavailable)", "credit limit (exceeded|reached)", "(spending|spend) (limit|cap)", "regain access",
            "budget (is |was |has been |)(reached|exceeded)", "budget limit", "(workspace|organization|project|team|account|monthly) budget",
            "billing hard limit", "free (tier|plan) (usage |)(is |has been |)disabled", "billing (is|has been|was) (disabled|not enabled|not active)", "billing to be enabled", "enable billing",
            "billing or payment", "billing account * (closed|disabled|not active|suspended)", "please check your billing",
            "(overdue|past due|unpaid|outstanding) * (balance|payment|invoice|bill|account)", "account * (overdue|in arrears)", "failure to pay", "not (been |)purchased",
            "account is in good standing", "(top up|top-up|top_up)", "recharge your", "please recharge", "payment instrument", "free allocation of"),

        Plain(FailureKind.CreditExhausted,
            "check your plan and billing", "exceeded your current quota", "payment method (is |was |)required",
            "(payment method|credit card) (is |was |)(missing|declined|expired|invalid)", "(purchase|add|buy) * credits",
            "no (credit|credits|balance|funds) (left|remaining|available)", "(add|deposit) * funds", "account balance * (not |insufficient|low|empty|negative|zero)",
            "(subscription|your plan|the plan|this plan|trial|membership) * " + Lapsed, "(no active|inactive) (subscription|plan)", "no active * (subscription|plan)", "(subscription|paid plan) (is |)required",
            "billing * (inactive|not active|is disabled|is suspended|been suspended|is required|not set up)", "payment (is |)required", "account is (overdue|past due)"),

        // With a 429, these words are advice: a payment method raises the rate limit.
        new(FailureKind.CreditExhausted, PhraseWeight.Plain, NotOn: 429, Phrases: Parse("payment method", "(a|valid|your|the|any|add) credit card", "used (all|up) * tokens")),
        Plain(FailureKind.CreditExhausted, [400],
            "quota * (exceeded|reached|exhausted|used up|insufficient|not enough)"),
        Plain(FailureKind.CreditExhausted, [401, 402, 403],
            "quota"),
    ];
}
