namespace FailScope;

/// <summary>
/// Interprets a code that is not in <see cref="CodeTable"/> by the words in it, so that <c>ModelNotFoundException</c> and
/// <c>ERR_MODEL_NOT_FOUND</c> need no rows of their own. The first row whose parts all occur is used.
/// </summary>
internal static class CodeWords
{
    private const int MaxLength = 80;

    private static readonly (FailureKind Kind, bool IsWeak, string[] AllOf, string[] AnyOf)[] Rows =
    [
        (FailureKind.FreeQuotaExhausted, false, ["openrouter", "free"], []),
        (FailureKind.FreeQuotaExhausted, false, ["free"], ["quotaexceeded", "quotaexhausted", "usagelimit"]),
        (FailureKind.KeyBudgetExhausted, false, ["openrouter", "key"], []),
        (FailureKind.KeyBudgetExhausted, false, ["apikey", "quota"], ["exhaust", "exceed", "reached", "limit"]),
        (FailureKind.RequestTooExpensive, false, ["inflight"], ["budget", "balance", "credit"]),
        (FailureKind.ModelUnavailable, false, ["modelbudget"], []),
        (FailureKind.CreditExhausted, false, ["budget"], ["workspace", "organization", "account"]),
        (FailureKind.KeyBudgetExhausted, false, ["budget"], ["exhaust", "exceed", "blocked", "reached", "depleted"]),
        (FailureKind.CreditExhausted, false, ["insufficient"], ["balance", "quota", "credit", "fund"]),
        (FailureKind.CreditExhausted, false, ["notenough"], ["balance", "quota", "credit", "fund"]),
        (FailureKind.CreditExhausted, false, ["balance"], ["exhausted", "depleted", "toolow", "negative"]),
        (FailureKind.CreditExhausted, false, [], ["arrear", "overdue", "notpurchased", "outofcredit", "creditexhaust", "creditsexhaust", "paymentrequired", "spendlimit", "spendinglimit", "billing"]),
        (FailureKind.CreditExhausted, true, ["tokenquota"], ["reached", "exhausted", "exceed"]),
        (FailureKind.UsageLimitReached, false, [], ["usagelimit", "overage"]),
        (FailureKind.UsageLimitReached, false, ["limit"], ["weekly", "monthly", "5hour", "fivehour"]),
        (FailureKind.ContextLengthExceeded, false, ["context"], ["length", "window", "size", "overflow"]),
        (FailureKind.ContextLengthExceeded, false, ["toolong"], ["prompt", "input", "message", "token"]),
        (FailureKind.ContentFiltered, false, [], ["contentfilter", "contentpolicy", "contentmoderation", "moderation", "datainspection", "sensitivecontent", "contentsafety", "contentblocked", "riskcontrol", "riskdetection", "guardrail", "safety", "policyviolation", "hooksfailed", "cyberpolicy", "sensitiveword", "censor", "promptblocked"]),
        (FailureKind.ModelUnavailable, false, ["model"], ["notfound", "notexist", "doesnotexist", "unknown", "unsupported", "notsupport", "deprecat", "decommission", "unavailable", "notavailable", "notallowed", "notopen", "disabled", "retired", "removed", "offline", "invalid", "access", "notready", "blocked", "terms", "license", "gated", "restricted"]),
        (FailureKind.ModelUnavailable, false, ["provider"], ["blocked", "notallowed", "notsupport", "disabled", "unsupported"]),
        (FailureKind.ModelUnavailable, false, ["endpoint"], ["notfound", "closed", "notexist", "notrunning"]),
        (FailureKind.Overloaded, false, ["noavailable"], ["worker", "instance", "server", "node", "capacity", "replica"]),
        (FailureKind.ModelUnavailable, false, [], ["noprovider", "nochannel", "noavailable", "noendpoint"]),
        (FailureKind.InvalidRequest, false, ["tokenid"], ["invalid", "unknown"]),
        (FailureKind.AuthenticationFailed, false, [], ["apikey", "invalidtoken", "invalidaccesstoken", "tokeninvalid", "expiredtoken", "tokenexpired", "tokenrevoked", "tokennotfound", "invalidcredential", "invalidgrant", "invalidclient", "refreshtoken"]),
        (FailureKind.AuthenticationFailed, false, ["user"], ["inactive", "deactivated", "disabled", "suspended", "banned", "locked"]),
        (FailureKind.AuthenticationFailed, false, ["account"], ["inactive", "deactivated", "disabled", "suspended", "banned", "restricted", "locked"]),
        (FailureKind.AuthenticationFailed, false, ["organization"], ["invalid", "deactivated", "disabled", "suspended", "banned", "restricted", "onhold"]),
        (FailureKind.Timeout, false, [], ["timeout", "timedout", "deadlineexceeded"]),
        (FailureKind.RateLimited, false, [], ["ratelimit", "throttl", "requestlimit", "concurren"]),
        (FailureKind.Overloaded, false, [], ["overload", "serverbusy"]),
        (FailureKind.RateLimited, true, [], ["toomanyrequest", "toomanytoken", "quotaexceeded", "limitexceeded", "exhausted"]),
        (FailureKind.AuthenticationFailed, true, [], ["unauthenticated", "unauthorized", "notauthorized", "authentication", "authfail", "failedtoauth", "autherror", "invalidauth", "permissiondenied", "accessdenied", "forbidden"]),
        (FailureKind.InvalidRequest, true, ["image"], ["invalid", "too", "unsupported", "download", "parse", "empty", "notfound"]),
        (FailureKind.Overloaded, true, [], ["unavailable", "servererror", "internalerror", "internalserver", "badgateway"]),
        (FailureKind.Overloaded, true, ["stream"], ["readerror", "closed", "interrupted", "disconnected"]),
        (FailureKind.ModelUnavailable, true, [], ["notfound", "doesnotexist"]),
        (FailureKind.InvalidRequest, true, [], ["invalid", "badrequest", "validation", "malformed", "unsupported", "missing"]),
    ];

    internal static bool TryFind(string reducedCode, out CodeRow row)
    {
        if (reducedCode.Length <= MaxLength)
        {
            foreach ((FailureKind kind, bool isWeak, string[] allOf, string[] anyOf) in Rows)
            {
                if (CountIn(reducedCode, allOf) == allOf.Length && (anyOf.Length == 0 || CountIn(reducedCode, anyOf) > 0))
                {
                    row = new CodeRow(kind, isWeak);
                    return true;
                }
            }
        }

        row = default;
        return false;
    }

    private static int CountIn(string reducedCode, string[] words)
    {
        int count = 0;
        foreach (string word in words)
        {
            count += reducedCode.Contains(word, StringComparison.Ordinal) ? 1 : 0;
        }

        return count;
    }
}
