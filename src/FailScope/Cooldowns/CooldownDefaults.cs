namespace FailScope;

/// <summary>How long each kind of failure is remembered when nothing else is set.</summary>
internal static class CooldownDefaults
{
    private static readonly TimeSpan LongestModelHint = TimeSpan.FromHours(24);
    private static readonly TimeSpan LongestAccountHint = TimeSpan.FromDays(32);

    internal static CooldownPolicy For(FailureKind kind) => kind switch
    {
        FailureKind.AuthenticationFailed => Policy(30 * 60, 4 * 3600, LongestModelHint),
        FailureKind.CreditExhausted or FailureKind.KeyBudgetExhausted => Policy(10 * 60, 3600, LongestAccountHint),
        FailureKind.FreeQuotaExhausted => Policy(15 * 60, 4 * 3600, LongestAccountHint),
        FailureKind.ProviderUnreachable => Policy(15, 5 * 60, LongestModelHint, threshold: 2),
        FailureKind.RateLimited => Policy(10, 5 * 60, LongestModelHint),
        FailureKind.Overloaded or FailureKind.Timeout => Policy(15, 5 * 60, LongestModelHint, threshold: 3),
        FailureKind.ModelUnavailable => Policy(3600, 6 * 3600, LongestModelHint),
        _ => CooldownPolicy.Never,
    };

    private static CooldownPolicy Policy(double seconds, double longest, TimeSpan longestHint, int threshold = 1) => new()
    {
        Duration = TimeSpan.FromSeconds(seconds),
        LongestDuration = TimeSpan.FromSeconds(longest),
        LongestHint = longestHint,
        Threshold = threshold,
        Window = TimeSpan.FromMinutes(1),
        IsUntilReset = false,
    };
}
