namespace FailScope;

/// <summary>When a provider says to try again.</summary>
/// <param name="RetryAfter">How long to wait; positive.</param>
/// <param name="ResetsAt">The instant, where the provider named one.</param>
/// <param name="Reading">How the value was read: its unit or zone, or what was assumed in place of them.</param>
/// <param name="Source">Where the value stood, and the value itself.</param>
internal readonly record struct RetryHint(TimeSpan? RetryAfter, DateTimeOffset? ResetsAt, string? Reading, string? Source = null)
{
    /// <summary>A time further away than this is a mistake, not a hint.</summary>
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(400);

    /// <summary>The longest wait for a kind that is not remembered between turns.</summary>
    private static readonly TimeSpan LongestUnremembered = TimeSpan.FromDays(1);

    internal bool IsNone => RetryAfter is null && ResetsAt is null;

    /// <summary>What was read and how, as <c>header retry-after-ms 274579000 (milliseconds)</c>; null where there is no hint.</summary>
    internal string? Evidence => IsNone ? null : $"{Source} ({Reading})";

    /// <summary>The longest wait that is believed of a kind of failure.</summary>
    internal static TimeSpan LongestOf(FailureKind kind) => MemoryRules.For(FailureTable.RuleOf(kind).Memory)?.LongestHint ?? LongestUnremembered;

    /// <summary>A wait of so many seconds. None where the number is no wait: zero, negative, not a number, less than a tick.</summary>
    internal static RetryHint After(double seconds, string reading)
    {
        TimeSpan wait = seconds > 0 ? TimeSpan.FromSeconds(Math.Min(seconds, Furthest.TotalSeconds)) : TimeSpan.Zero;
        return wait > TimeSpan.Zero ? new(wait, null, reading) : default;
    }

    /// <summary>A wait until an instant. None where it is past or absurdly far.</summary>
    internal static RetryHint Until(DateTimeOffset instant, DateTimeOffset now, string reading)
    {
        TimeSpan wait = instant - now;
        return wait <= TimeSpan.Zero || wait > Furthest ? default : new(wait, instant, reading);
    }

    /// <summary>The later of two.</summary>
    internal RetryHint Or(RetryHint other) => (RetryAfter ?? TimeSpan.Zero) >= (other.RetryAfter ?? TimeSpan.Zero) ? this : other;

    /// <summary>The same with a wait that is not longer than is believed of the kind.</summary>
    internal RetryHint ClampedFor(FailureKind kind) => RetryAfter > LongestOf(kind) ? this with { RetryAfter = LongestOf(kind) } : this;
}
