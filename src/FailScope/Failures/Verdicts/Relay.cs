namespace FailScope;

/// <summary>
/// Failures that an aggregator passes on from an upstream provider. The upstream provider's key, account and regions concern only the
/// aggregator; for the caller, one model is not available.
/// </summary>
internal static class Relay
{
    /// <summary>Whether a normalized sentence says that it is about an upstream provider, as in "invalid API key (upstream channel 12)".</summary>
    internal static bool IsNamedIn(string words) => words.Contains("upstream", StringComparison.Ordinal) || words.Contains("上游", StringComparison.Ordinal);

    internal static FailureKind Translate(FailureKind kind) => kind switch
    {
        FailureKind.AuthenticationFailed or FailureKind.CreditExhausted or FailureKind.KeyBudgetExhausted
            or FailureKind.FreeQuotaExhausted or FailureKind.UsageLimitReached or FailureKind.RequestTooExpensive
            or FailureKind.ProviderUnreachable => FailureKind.ModelUnavailable,
        _ => kind,
    };
}
