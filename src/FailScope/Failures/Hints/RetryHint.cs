namespace FailScope;

/// <summary>When a provider says to try again.</summary>
/// <param name="RetryAfter">How long to wait; positive, at most <see cref="FailureClassifier.LongestHint"/>.</param>
/// <param name="ResetsAt">The instant, where the provider named one.</param>
internal readonly record struct RetryHint(TimeSpan? RetryAfter, DateTimeOffset? ResetsAt)
{
    /// <summary>A reset further away than this is a mistake, not a hint.</summary>
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(400);

    internal bool IsNone => RetryAfter is null && ResetsAt is null;

    /// <summary>A wait of so many seconds. None where the number is no wait: zero, negative, not a number, less than a tick.</summary>
    internal static RetryHint After(double seconds)
    {
        TimeSpan wait = seconds > 0 ? TimeSpan.FromSeconds(Math.Min(seconds, FailureClassifier.LongestHint.TotalSeconds)) : TimeSpan.Zero;
        return wait > TimeSpan.Zero ? new(wait, null) : default;
    }

    /// <summary>A wait until an instant. None where it is past or absurdly far.</summary>
    internal static RetryHint Until(DateTimeOffset instant, DateTimeOffset now)
    {
        TimeSpan wait = instant - now;
        if (wait <= TimeSpan.Zero || wait > Furthest)
        {
            return default;
        }

        return new(wait < FailureClassifier.LongestHint ? wait : FailureClassifier.LongestHint, instant);
    }

    /// <summary>The later of two.</summary>
    internal RetryHint Or(RetryHint other) => (RetryAfter ?? TimeSpan.Zero) >= (other.RetryAfter ?? TimeSpan.Zero) ? this : other;
}
