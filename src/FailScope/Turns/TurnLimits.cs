namespace FailScope;

/// <summary>Of the limits of time that the options set, arms the one that comes first.</summary>
internal static class TurnLimits
{
    /// <summary>Whether an attempt has a limit at all.</summary>
    internal static bool AreSet(FallbackOptions options, bool isStream) =>
        options.Timeout is not null || options.AttemptTimeout is not null
        || (isStream && (options.FirstContentTimeout is not null || options.IdleTimeout is not null));

    /// <summary>Starts the limits of an attempt. Those of a stream count from where it is waited for, see <see cref="ArmForNextItem"/>.</summary>
    /// <param name="options">The limits.</param>
    /// <param name="isStream">Whether the answer is a stream.</param>
    /// <param name="attempt">How long the attempt has taken.</param>
    /// <param name="turn">How long the turn has taken.</param>
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

    /// <summary>Starts the limits that count while a stream is waited for.</summary>
    /// <param name="deadline">What to arm.</param>
    /// <param name="options">The limits.</param>
    /// <param name="hasContent">Whether the first content has come.</param>
    /// <param name="attempt">How long the attempt has taken.</param>
    /// <param name="turn">How long the turn has taken.</param>
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

    /// <summary>The limit that comes first of those that were looked at.</summary>
    private struct Due
    {
        internal AttemptLimit Limit { get; private set; }

        /// <summary>The limit as it was set.</summary>
        internal TimeSpan Allowed { get; private set; }

        /// <summary>What is left of it; null where no limit is set.</summary>
        internal TimeSpan? Left { get; private set; }

        /// <summary>Takes a limit that comes before what is there.</summary>
        internal void Earlier(AttemptLimit limit, TimeSpan? allowed, TimeSpan spent)
        {
            if (allowed - spent is { } left && !(left >= Left))
            {
                Take(limit, allowed!.Value, left);
            }
        }

        /// <summary>Takes a limit that comes before what is there, or together with it.</summary>
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
