namespace FailScope;

/// <summary>What one piece of evidence means.</summary>
/// <param name="Kind">The kind of failure.</param>
/// <param name="Evidence">The evidence in words, for example <c>code insufficient_quota</c>.</param>
/// <param name="Code">The code, if the evidence is one.</param>
internal readonly record struct Verdict(FailureKind Kind, string Evidence, string? Code = null)
{
    /// <inheritdoc cref="Failure.IsBrokenConnection"/>
    internal bool IsBrokenConnection { get; init; }

    /// <summary>
    /// If several verdicts have the same level of evidence, the kind that is earlier in this list is used. Billing comes before rate limits,
    /// because providers report an empty account with the status of a rate limit. Of two billing kinds, the narrower one comes first. The
    /// key comes last of all causes that a sentence can name: if a text mentions money, a limit or a model as well as a key, it is about those.
    /// </summary>
    private static readonly FailureKind[] Precedence =
    [
        FailureKind.FreeQuotaExhausted,
        FailureKind.RequestTooExpensive,
        FailureKind.KeyBudgetExhausted,
        FailureKind.CreditExhausted,
        FailureKind.UsageLimitReached,
        FailureKind.RequestTooLarge,
        FailureKind.ContextLengthExceeded,
        FailureKind.ContentFiltered,
        FailureKind.ModelUnavailable,
        FailureKind.ProviderUnreachable,
        FailureKind.Timeout,
        FailureKind.RateLimited,
        FailureKind.Overloaded,
        FailureKind.AuthenticationFailed,
        FailureKind.InvalidRequest,
        FailureKind.NotConfigured,
        FailureKind.Cancelled,
        FailureKind.Unknown,
    ];

    /// <summary>The verdict that takes precedence; the first one if both rank equally.</summary>
    internal static Verdict Better(Verdict? first, Verdict second) =>
        first is { } known && Rank(known.Kind) <= Rank(second.Kind) ? known : second;

    private static int Rank(FailureKind kind) => Array.IndexOf(Precedence, kind);
}
