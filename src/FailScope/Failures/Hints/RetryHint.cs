namespace FailScope;

/// <summary>When the provider says to try again.</summary>
/// <param name="RetryAfter">How long to wait; positive.</param>
/// <param name="ResetsAt">The date and time, if the provider named one.</param>
/// <param name="Reading">How the value was read: its unit or zone, or the one that was assumed.</param>
/// <param name="Source">Where the value was found, and the value itself.</param>
internal readonly record struct RetryHint(TimeSpan? RetryAfter, DateTimeOffset? ResetsAt, string? Reading, string? Source = null)
{
    /// <summary>A time further in the future than this is treated as a mistake and ignored.</summary>
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(400);

    /// <summary>The longest wait for a kind that is not remembered between turns.</summary>
    private static readonly TimeSpan LongestUnremembered = TimeSpan.FromDays(1);

    internal bool IsNone => RetryAfter is null && ResetsAt is null;

    /// <summary>What was read and how, for example <c>header retry-after-ms 274579000 (milliseconds)</c>; null if there is no hint.</summary>
    internal string? Evidence => IsNone ? null : $"{Source} ({Reading})";

    /// <summary>The longest wait that is accepted for a kind of failure.</summary>
    internal static TimeSpan LongestOf(FailureKind kind) => MemoryRules.For(FailureTable.RuleOf(kind).Memory)?.LongestHint ?? LongestUnremembered;

    /// <summary>A wait in seconds. No hint if the number is zero, negative, not a number, or less than a tick.</summary>
    internal static RetryHint After(double seconds, string reading)
    {
        TimeSpan wait = seconds > 0 ? TimeSpan.FromSeconds(Math.Min(seconds, Furthest.TotalSeconds)) : TimeSpan.Zero;
        return wait > TimeSpan.Zero ? new(wait, null, reading) : default;
    }

    /// <summary>A wait until a date and time. No hint if it is in the past or too far in the future.</summary>
    internal static RetryHint Until(DateTimeOffset instant, DateTimeOffset now, string reading)
    {
        TimeSpan wait = instant - now;
        return wait <= TimeSpan.Zero || wait > Furthest ? default : new(wait, instant, reading);
    }

    /// <summary>The longer of two waits.</summary>
    internal RetryHint Or(RetryHint other) => (RetryAfter ?? TimeSpan.Zero) >= (other.RetryAfter ?? TimeSpan.Zero) ? this : other;

    /// <summary>The same hint, with the wait limited to the longest one accepted for the kind.</summary>
    internal RetryHint ClampedFor(FailureKind kind) => RetryAfter > LongestOf(kind) ? this with { RetryAfter = LongestOf(kind) } : this;
}
