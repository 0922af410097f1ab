namespace FailScope;

/// <summary>Computes how long a cool-down lasts.</summary>
internal static class CooldownLength
{
    /// <summary>When a cool-down that begins now expires, in UTC ticks.</summary>
    /// <param name="failure">The failure. A time from the provider takes precedence over the policy.</param>
    /// <param name="policy">The policy, with no value null.</param>
    /// <param name="failedProbes">The number of probes that failed in a row.</param>
    /// <param name="now">The current time, in UTC ticks.</param>
    /// <param name="jitter">The maximum fraction by which a doubled wait is shortened.</param>
    internal static long Until(Failure failure, CooldownPolicy policy, int failedProbes, long now, double jitter)
    {
        if (policy.IsUntilReset == true)
        {
            return CooldownEvidence.UntilReset;
        }

        TimeSpan wait = failedProbes == 0 ? First(failure.Kind, policy, now) : AfterFailedProbes(policy, failedProbes, jitter);
        if (Hint(failure, now) is { } hint)
        {
            hint = hint < policy.LongestHint!.Value ? hint : policy.LongestHint.Value;
            wait = failedProbes == 0 || hint > wait ? hint : wait;
        }

        return now + wait.Ticks;
    }

    /// <summary>The wait that the provider asks for; null if it does not say, or the time is in the past.</summary>
    private static TimeSpan? Hint(Failure failure, long now)
    {
        TimeSpan? untilReset = failure.ResetsAt is { } reset && reset.UtcTicks > now ? TimeSpan.FromTicks(reset.UtcTicks - now) : null;
        return untilReset ?? (failure.RetryAfter > TimeSpan.Zero ? failure.RetryAfter : null);
    }

    private static TimeSpan First(FailureKind kind, CooldownPolicy policy, long now) =>
        MemoryRules.For(FailureTable.RuleOf(kind).Memory) is { UntilUtcMidnight: true }
            ? TimeSpan.FromTicks(TimeSpan.TicksPerDay - (now % TimeSpan.TicksPerDay))
            : policy.Duration!.Value;

    private static TimeSpan AfterFailedProbes(CooldownPolicy policy, int failedProbes, double jitter)
    {
        double longest = Math.Max(policy.LongestDuration!.Value.Ticks, policy.Duration!.Value.Ticks);
        double doubled = Math.Min(policy.Duration.Value.Ticks * Math.Pow(2, failedProbes), longest);
        return TimeSpan.FromTicks((long)(doubled * (1 - (jitter * Random.Shared.NextDouble()))));
    }
}
