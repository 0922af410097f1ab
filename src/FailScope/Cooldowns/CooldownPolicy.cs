namespace FailScope;

/// <summary>How long failures of a kind are remembered. What is null is taken from the next wider setting, at last from the failure table.</summary>
/// <remarks>
/// A time that the provider names comes first. <see cref="Duration"/> is for the failures without one, and the base that failed
/// probes double.
/// </remarks>
public sealed record CooldownPolicy
{
    /// <summary>Remembered until <see cref="ICooldowns.Reset"/>: for an account that only a person tops up. Billing kinds only.</summary>
    public static CooldownPolicy UntilReset { get; } = new() { IsUntilReset = true };

    /// <summary>Not remembered at all.</summary>
    public static CooldownPolicy Never { get; } = new() { Duration = TimeSpan.Zero };

    /// <summary>How long, where the provider does not say; zero for not at all.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, or longer than <see cref="Longest"/>.</exception>
    public TimeSpan? Duration
    {
        get;
        init => field = NotNegative(value, nameof(Duration));
    }

    /// <summary>The longest that failed probes make it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, or longer than <see cref="Longest"/>.</exception>
    public TimeSpan? LongestDuration
    {
        get;
        init => field = NotNegative(value, nameof(LongestDuration));
    }

    /// <summary>The longest wait that a provider is believed; a longer one is cut to it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, or longer than <see cref="Longest"/>.</exception>
    public TimeSpan? LongestHint
    {
        get;
        init => field = NotNegative(value, nameof(LongestHint));
    }

    /// <summary>How many failures it takes, at least 1. An answer between them takes back one, and an answer of a later call all of them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int? Threshold
    {
        get;
        init
        {
            if (value is { } threshold)
            {
                ArgumentOutOfRangeException.ThrowIfLessThan(threshold, 1, nameof(Threshold));
            }

            field = value;
        }
    }

    /// <summary>The time within which so many failures have to come.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, or longer than <see cref="Longest"/>.</exception>
    public TimeSpan? Window
    {
        get;
        init => field = NotNegative(value, nameof(Window));
    }

    /// <summary>Whether only a reset ends it; takes effect for billing kinds alone.</summary>
    public bool? IsUntilReset { get; init; }

    /// <summary>The longest time that any setting takes: 366 days.</summary>
    public static TimeSpan Longest => TimeSpan.FromDays(366);

    /// <summary>This policy where it says something, and the other where it does not.</summary>
    internal CooldownPolicy Or(CooldownPolicy other) => new()
    {
        Duration = Duration ?? other.Duration,
        LongestDuration = LongestDuration ?? other.LongestDuration,
        LongestHint = LongestHint ?? other.LongestHint,
        Threshold = Threshold ?? other.Threshold,
        Window = Window ?? other.Window,

        // Whoever sets a duration no longer means "until reset".
        IsUntilReset = IsUntilReset ?? (Duration is null ? other.IsUntilReset : false),
    };

    private static TimeSpan? NotNegative(TimeSpan? value, string name)
    {
        if (value is { } time)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero, name);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(time, Longest, name);
        }

        return value;
    }
}
