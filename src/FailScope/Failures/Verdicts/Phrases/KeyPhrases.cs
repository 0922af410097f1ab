using static FailScope.PhraseRow;

namespace FailScope;

/// <summary>Sentences about a key, or about the whole account behind it.</summary>
internal static class KeyPhrases
{
    internal static PhraseRow[] Rows { get; } =
    [
        // Used together with the code of the reason, which may be a policy.
        Clear(FailureKind.AuthenticationFailed,
            "(account|organization|team|project|workspace|resource) has been (temporarily |permanently |)(blocked|suspended|banned|deactivated|terminated)",
            "access terminated", "requires a quota project", "your access (has been|was) (permanently |)(terminated|revoked)",
            "(disabled|suspended|banned|restricted|terminated) * (for|due to|because of) (violation|violating|a violation|violations)"),
        Plain(FailureKind.AuthenticationFailed,
            "(invalid|incorrect|missing|expired|wrong|bad|no|unknown|malformed|revoked|disabled|unauthorized) " +
            "(x-api-key|api key|api-key|apikey|api_key|api token|access token|auth token|bearer token|credentials|authentication|authorization|subscription key|virtual key|proxy server token|oauth token|username)",
            "(invalid|incorrect|missing|expired|wrong|bad|unknown|malformed|revoked|disabled) token", "no token (was |is |)(provided|supplied|found|sent|given)",
            "(api key|api-key|apikey|api_key|api token|access token|security token|oauth token|auth token|credential) * " +
            "(invalid|expired|not found|not valid|missing|revoked|disabled|deactivated|deleted|not be found|incorrect|leaked|suspended|not provided|is required|does not exist|blocked|malformed|is wrong|inactive|rejected)",
            "(the|your|this) (token|key) (is|seems|appears|looks|was|has|has been) (invalid|expired|revoked|malformed|disabled|incorrect|wrong)",
            "must (be logged|be signed|log|sign) in", "(log|sign) in again", "login again",
            "(your|virtual|secret|the|provided) key * (expired|revoked|disabled|deactivated|deleted|suspended)", "this key (is|was|has been) (expired|revoked|disabled|deactivated|deleted|suspended)",
            "valid (api key|api-key|apikey|authentication|access token|credentials)", "provide an api key", "auth credentials",
            "invalid or missing api key", "(authorization|auth) header * (missing|invalid|malformed|badly formatted|is required|not found)",
            "(account|organization|team|user|project|consumer|workspace|group|tenant) * (is|been|was) (currently |temporarily |permanently |)(deactivated|disabled|suspended|banned|terminated|restricted|locked|blocked|inactive|not active)",
            "your access (has been|is|was) (restricted|revoked|suspended|disabled|blocked|terminated)", "token (tenant|issuer|audience)", "clock skew", "(current ak|access key) * (blocked|disabled|invalid|expired)",
            "(account|organization|organisation|workspace|project|team) access (has been|is|was) (disabled|revoked|restricted|suspended|blocked)", "consumer suspended",
            "member of an organization", "must be a * (user|member) (on|of|in)", "not in (the|this|your|current) organization", "user not found", "insufficient permissions",
            "missing scopes", "account is not eligible", "service unavailable for account", "no such organization", "login fail",
            "only authorized for use with", "only (allows|accepts|permits) * (client|clients)",
            "(license|licence) (key |)(is |has |)(inactive|expired|invalid|revoked)", "invalid (license|licence)"),

        // With a 400, it is the signature or token of a part of the conversation, such as the model's thoughts or a file's URL.
        Plain(FailureKind.AuthenticationFailed, [401, 403],
            "(token|key) (invalid|expired|revoked)", "(invalid|unknown|expired|revoked|wrong|bad) key", "(invalid|wrong|bad) signature", "signature * (invalid|expired|does not match|mismatch)"),

        // Means no more than a 401. LiteLLM starts every refusal with it, even for an exhausted budget.
        new(FailureKind.AuthenticationFailed, PhraseWeight.Weak, Parse("(authentication|authorization) (fails|failed|error|required|is required)")),
    ];
}
