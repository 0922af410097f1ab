namespace FailScope;

/// <summary>
/// What a code means that no table lists, by the words it is made of: <c>ModelNotFoundException</c> and <c>ERR_MODEL_NOT_FOUND</c>
/// need no row each. The first row all of whose parts occur decides.
/// </summary>
internal static class CodeWords
{
    private const int MaxLength = 80;

    private static readonly (FailureKind Kind, bool IsWeak, string[] AllOf, string[] AnyOf)[] Rows =
    [
        (FailureKind.CreditExhausted, false, ["insufficient"], ["balance", "quota", "credit", "fund"]),
        (FailureKind.CreditExhausted, false, ["notenough"], ["balance", "quota", "credit", "fund"]),
        (FailureKind.CreditExhausted, false, [], ["arrear", "overdue", "outofcredit", "creditexhaust", "creditsexhaust", "paymentrequired", "spendlimit", "spendinglimit"]),
        (FailureKind.ContextLengthExceeded, false, ["context"], ["length", "window", "size", "overflow"]),
        (FailureKind.ContextLengthExceeded, false, ["toolong"], ["prompt", "input", "message"]),
        (FailureKind.ContentFiltered, false, [], ["contentfilter", "contentpolicy", "contentmoderation", "moderation", "datainspection", "sensitivecontent", "contentsafety", "contentblocked", "riskcontrol", "guardrail"]),
        (FailureKind.ModelUnavailable, false, ["model"], ["notfound", "notexist", "doesnotexist", "unknown", "unsupported", "notsupport", "deprecat", "decommission", "unavailable", "notavailable", "notallowed", "notopen", "disabled", "retired", "removed", "offline", "invalid", "noaccess", "accessdenied", "notready"]),
        (FailureKind.AuthenticationFailed, false, ["apikey"], []),
        (FailureKind.AuthenticationFailed, false, ["token"], ["invalidtoken", "invalidaccesstoken", "tokeninvalid", "expiredtoken", "tokenexpired", "tokenrevoked"]),
        (FailureKind.AuthenticationFailed, false, [], ["unauthenticated", "unauthorized", "authentication", "authfail", "autherror", "invalidauth", "invalidcredential", "signature"]),
        (FailureKind.Timeout, false, [], ["timeout", "timedout", "deadlineexceeded"]),
        (FailureKind.RateLimited, false, [], ["ratelimit", "throttl", "toomanyrequest", "toomanytoken", "requestlimit", "concurren"]),
        (FailureKind.Overloaded, false, [], ["overload", "serverbusy"]),
        (FailureKind.RateLimited, true, [], ["quotaexceeded", "limitexceeded", "exhausted"]),
        (FailureKind.Overloaded, true, [], ["unavailable", "servererror", "internalerror", "internalserver", "badgateway"]),
        (FailureKind.ModelUnavailable, true, [], ["notfound"]),
        (FailureKind.InvalidRequest, true, [], ["invalid", "badrequest", "validation", "malformed", "unsupported", "missing"]),
    ];

    internal static bool TryFind(string reducedCode, out CodeRow row)
    {
        if (reducedCode.Length <= MaxLength)
        {
            foreach ((FailureKind kind, bool isWeak, string[] allOf, string[] anyOf) in Rows)
            {
                if (allOf.All(Occurs) && (anyOf.Length == 0 || anyOf.Any(Occurs)))
                {
                    row = new CodeRow(kind, isWeak);
                    return true;
                }
            }
        }

        row = default;
        return false;

        bool Occurs(string word) => reducedCode.Contains(word, StringComparison.Ordinal);
    }
}
