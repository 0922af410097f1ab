namespace FailScope;

/// <summary>What one piece of evidence says.</summary>
/// <param name="Kind">The kind of failure it stands for.</param>
/// <param name="Evidence">The evidence in words, as <c>code insufficient_quota</c>.</param>
/// <param name="Code">The code, where it was one.</param>
internal readonly record struct Verdict(FailureKind Kind, string Evidence, string? Code = null)
{
    /// <inheritdoc cref="Failure.IsBrokenConnection"/>
    internal bool IsBrokenConnection { get; init; }

    /// <summary>
    /// Of several answers on one level of evidence the earlier one in this list counts. Money comes before a rate: providers report an
    /// empty account with the status of a rate limit. The narrower of two money kinds comes first. The key comes last of all causes
    /// that a sentence can name: what speaks of money, a limit or a model beside a key is about that.
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

    /// <summary>The one of two that counts; of equals the first.</summary>
    internal static Verdict Better(Verdict? first, Verdict second) =>
        first is { } known && Rank(known.Kind) <= Rank(second.Kind) ? known : second;

    private static int Rank(FailureKind kind) => Array.IndexOf(Precedence, kind);
}
