using static FailScope.PhraseRow;
using static FailScope.PhraseTable;

namespace FailScope;

/// <summary>Sentences about limits over time and about load: the usage window of a plan, rate limits, overload, timeouts.</summary>
internal static class LimitPhrases
{
    internal static PhraseRow[] Rows { get; } =
    [
        // The usage window of a plan. A rate limit belongs to one model, unless the sentence says that it applies to a whole key or account:
        // most providers count rates per model, even if the message names the organization. With a 402, the same words are about billing.
        new(FailureKind.UsageLimitReached, PhraseWeight.Clear, NotOn: 402, Phrases: Parse(
            "(hourly|daily|weekly|monthly|session|period|5-hour|5 hour|five-hour|five hour) (usage |request |requests |message |messages |call |token |)(limit|quota|allowance)",
            "usage (quota|cap|allowance) (is |was |has been |)(reached|exceeded|exhausted|hit|used up)",
            "(plan's|subscription's) (usage |)(limit|quota|allowance) (is |was |has been |)(reached|exceeded|exhausted|hit|used up)",
            "(tokens|requests|messages) (left |)(for|in) (this|your|the) (current |)(billing period|billing cycle|month|week)", "(tokens|requests|messages) (left in|in|left for) (this|your|the) (current |)plan", "(hit|reached) your (usage |)limit * reset", "limit for (this|the) (week|month)", "(reached|hit|exceeded|exhausted) * usage (limit|quota|allowance|cap)",
            "(your|plan|account|organization|org's|team|workspace) usage (limit|quota|allowance|cap)",
            "(limit|quota|allowance) (of|for|on|in) (this|your|the) (current |)(plan|subscription)", "(plan|subscription) (usage |)(limit|quota|allowance)",
            "(hour|day|week|month) allocated quota", "(5-hour|5 hour|week|month) (token |usage |)(quota|allowance)", "limit for overages", "(token|coding)(-| )plan * (quota|limit|usage)",
            "request allowance", "(capacity|quota|usage) (of|on) (the|your|this) * plan", "(your|the) (plan|subscription|membership) * (used up|fully used|renews|refills)", "call volume quota",
            "(second|minute|hour|day) (for|per) (this|your|the|each) (api key|key|api token|account)",
            "rate limit * (for|of) (this|your|the) (api key|key|api token|account)", "(account|api key|key)'s rate limit", "rate limit exceeded for (api_key|key|user|team|account)",
            "organization max (rpm|tpm|tpd|concurrency)", "across all models",
            "(used up|used all|exhausted|exceeded|reached|hit) * (hourly|daily|weekly|monthly|5-hour|session) (usage|limit|quota|allowance|requests|messages|tokens)")),
        // The phrase does not say what the limit applies to. A clear code in the same response is more specific.
        new(FailureKind.UsageLimitReached, PhraseWeight.Plain, NotOn: 402, Phrases: Parse(
            "usage limit (is |was |has been |)(reached|exceeded|exhausted|hit|used up)")),

        // With a 402 too: a window comes back by itself, credit does not, and a count of tokens or requests is no money.
        Clear(FailureKind.UsageLimitReached,
            "(hourly|daily|weekly|monthly) (token|request|requests|message|messages) (limit|quota|allowance)",
            "(usage|session|weekly|plan) limit * (will reset|resets|reset at)"),

        // A rate limit. The same words without a time would be about the request's size.
        Clear(FailureKind.RateLimited,
            "too many tokens per (second|minute|hour|day)"),
        Plain(FailureKind.Timeout,
            "(request|upstream|model|operation) * timed out"),
        Plain(FailureKind.RateLimited,
            "rate limit", "rate-limit", "too many * requests", "too many requests", "(requests|tokens|queries) per (second|minute|hour|day)",
            "concurrency limit", "concurrent (requests|connections|sessions|calls|streams|tasks)", "parallel requests", "quota exceeded",
            "too (frequent|fast|quickly)", "frequency is too high", "slow down", "throttled",
            "(rpm|tpm|rpd|tpd|rps|qps) (request |)(limit|quota)"),
        // With a 402, an allowance that is used up has to be paid for.
        new(FailureKind.RateLimited, PhraseWeight.Plain, NotOn: 402, Phrases: Parse(
            "(quota|allowance) * (exceeded|reached)", "(quota|allowance) * " + Spent,
            "(out of|exceeded your|used up your|insufficient|not enough|have no) (token |)(quota|allowance)")),
        Plain(FailureKind.Overloaded,
            "overloaded", "(enginecore|engine core) * (issue|died|dead|failed)", "engine is dead", "server connection error", "server overload", "internal (server |)error", "connection (was |)(lost|reset|aborted)",
            "high (load|traffic|demand)", "(server|service|system|model|engine) * busy", "temporarily unavailable"),
    ];
}
