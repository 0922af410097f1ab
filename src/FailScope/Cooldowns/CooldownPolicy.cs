namespace FailScope;

/// <summary>How long failures of a kind are remembered. A null property is taken from the next more general setting, finally from the failure table.</summary>
/// <remarks>
/// A time from the provider takes precedence. <see cref="Duration"/> is used for failures without one, and is the base value that failed
/// probes double.
/// </remarks>
public sealed record CooldownPolicy
{
    /// <summary>Remembered until <see cref="ICooldowns.Reset"/>, for an account that a person has to top up. Only for billing kinds.</summary>
    public static CooldownPolicy UntilReset { get; } = new() { IsUntilReset = true };

    /// <summary>Not remembered at all.</summary>
    public static CooldownPolicy Never { get; } = new() { Duration = TimeSpan.Zero };

    /// <summary>How long, if the provider does not say; zero for not at all.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, or longer than <see cref="Longest"/>.</exception>
    public TimeSpan? Duration
    {
        get;
        init => field = NotNegative(value, nameof(Duration));
    }

    /// <summary>The maximum duration that failed probes can lead to.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, or longer than <see cref="Longest"/>.</exception>
    public TimeSpan? LongestDuration
    {
        get;
        init => field = NotNegative(value, nameof(LongestDuration));
    }

    /// <summary>The maximum wait that is accepted from a provider; a longer one is shortened to it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, or longer than <see cref="Longest"/>.</exception>
    public TimeSpan? LongestHint
    {
        get;
        init => field = NotNegative(value, nameof(LongestHint));
    }

    /// <summary>How many failures start a cool-down, at least 1. A success in between removes one; a success of a later call removes all.</summary>
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

    /// <summary>The time within which that many failures must occur.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, or longer than <see cref="Longest"/>.</exception>
    public TimeSpan? Window
    {
        get;
        init => field = NotNegative(value, nameof(Window));
    }

    /// <summary>Whether only a reset ends the cool-down. Applies to billing kinds only.</summary>
    public bool? IsUntilReset { get; init; }

    /// <summary>The longest time that any setting accepts: 366 days.</summary>
    public static TimeSpan Longest => TimeSpan.FromDays(366);

    /// <summary>This policy, with null properties taken from the other one.</summary>
    internal CooldownPolicy Or(CooldownPolicy other) => new()
    {
        Duration = Duration ?? other.Duration,
        LongestDuration = LongestDuration ?? other.LongestDuration,
        LongestHint = LongestHint ?? other.LongestHint,
        Threshold = Threshold ?? other.Threshold,
        Window = Window ?? other.Window,

        // Setting a duration replaces an inherited "until reset".
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
