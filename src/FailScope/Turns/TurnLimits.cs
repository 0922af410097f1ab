namespace FailScope;

/// <summary>Arms the time limit of the options that comes first.</summary>
internal static class TurnLimits
{
    /// <summary>Whether an attempt has any time limit.</summary>
    internal static bool AreSet(FallbackOptions options, bool isStream) =>
        options.Timeout is not null || options.AttemptTimeout is not null
        || (isStream && (options.FirstContentTimeout is not null || options.IdleTimeout is not null));

    /// <summary>Starts the time limits of an attempt. Those of a stream start when it waits for an item, see <see cref="ArmForNextItem"/>.</summary>
    /// <param name="options">The limits.</param>
    /// <param name="isStream">Whether the response is a stream.</param>
    /// <param name="attempt">The duration of the attempt so far.</param>
    /// <param name="turn">The duration of the turn so far.</param>
    /// <param name="caller">The caller's own token.</param>
    internal static AttemptDeadline Start(FallbackOptions options, bool isStream, TimeSpan attempt, TimeSpan turn, CancellationToken caller)
    {
        var deadline = new AttemptDeadline(options.TimeProvider, caller);
        if (!isStream)
        {
            Arm(deadline, options, default, attempt, turn);
        }

        return deadline;
    }

    /// <summary>Starts the time limits that apply while a stream waits for an item.</summary>
    /// <param name="deadline">The deadline to arm.</param>
    /// <param name="options">The limits.</param>
    /// <param name="hasContent">Whether the stream has had content.</param>
    /// <param name="attempt">The duration of the attempt so far.</param>
    /// <param name="turn">The duration of the turn so far.</param>
    internal static void ArmForNextItem(AttemptDeadline deadline, FallbackOptions options, bool hasContent, TimeSpan attempt, TimeSpan turn)
    {
        Due first = default;
        first.Earlier(AttemptLimit.Idle, options.IdleTimeout, TimeSpan.Zero);
        if (!hasContent)
        {
            first.Earlier(AttemptLimit.FirstContent, options.FirstContentTimeout, attempt);
        }

        Arm(deadline, options, first, attempt, turn);
    }

    private static void Arm(AttemptDeadline deadline, FallbackOptions options, Due first, TimeSpan attempt, TimeSpan turn)
    {
        first.Earlier(AttemptLimit.Attempt, options.AttemptTimeout, attempt);
        first.EarlierOrSame(AttemptLimit.Turn, options.Timeout, turn);
        if (first.Left is { } left)
        {
            deadline.Arm(first.Limit, first.Allowed, left);
        }
    }

    /// <summary>The earliest of the limits that were passed to it.</summary>
    private struct Due
    {
        internal AttemptLimit Limit { get; private set; }

        /// <summary>The configured time.</summary>
        internal TimeSpan Allowed { get; private set; }

        /// <summary>How much of it is left; null if no limit is set.</summary>
        internal TimeSpan? Left { get; private set; }

        /// <summary>Uses a limit if it comes before the current one.</summary>
        internal void Earlier(AttemptLimit limit, TimeSpan? allowed, TimeSpan spent)
        {
            if (allowed - spent is { } left && !(left >= Left))
            {
                Take(limit, allowed!.Value, left);
            }
        }

        /// <summary>Uses a limit if it comes before the current one, or at the same time.</summary>
        internal void EarlierOrSame(AttemptLimit limit, TimeSpan? allowed, TimeSpan spent)
        {
            if (allowed - spent is { } left && !(left > Left))
            {
                Take(limit, allowed!.Value, left);
            }
        }

        private void Take(AttemptLimit limit, TimeSpan allowed, TimeSpan left) => (Limit, Allowed, Left) = (limit, allowed, left);
    }
}
