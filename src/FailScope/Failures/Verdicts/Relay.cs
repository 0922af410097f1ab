namespace FailScope;

/// <summary>
/// An aggregator passes on what a provider behind it said. That provider's key, account and borders are a matter between it and the
/// aggregator; what the caller sees is one model that does not answer.
/// </summary>
internal static class Relay
{
    internal static FailureKind Translate(FailureKind kind) => kind switch
    {
        FailureKind.AuthenticationFailed or FailureKind.CreditExhausted or FailureKind.KeyBudgetExhausted
            or FailureKind.FreeQuotaExhausted or FailureKind.UsageLimitReached or FailureKind.RequestTooExpensive
            or FailureKind.ProviderUnreachable => FailureKind.ModelUnavailable,
        _ => kind,
    };
}
