namespace FailScope;

/// <summary>How a turn walks down a chain. Not to be changed while a turn goes by them.</summary>
public class FallbackOptions
{
    /// <summary>Every option at its default: try what the chain has, without a deadline of our own.</summary>
    internal static readonly FallbackOptions Default = new();

    private FailureKind[] _fallbackOn = [];

    /// <summary>Makes options at their defaults.</summary>
    public FallbackOptions()
    {
    }

    /// <summary>Makes a copy.</summary>
    /// <param name="other">What to copy.</param>
    protected FallbackOptions(FallbackOptions other)
    {
        ArgumentNullException.ThrowIfNull(other);
        MaxAttempts = other.MaxAttempts;
        Timeout = other.Timeout;
        AttemptTimeout = other.AttemptTimeout;
        _fallbackOn = other._fallbackOn;
        Required = other.Required;
        Classify = other.Classify;
        TimeProvider = other.TimeProvider;
        OnAttempt = other.OnAttempt;
    }

    /// <summary>
    /// The most models that one turn calls, at least 1; null, the default, for as many as the chain has. A model whose
    /// client cannot be built is not called and does not count.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int? MaxAttempts
    {
        get;
        set
        {
            if (value is { } attempts)
            {
                ArgumentOutOfRangeException.ThrowIfLessThan(attempts, 1);
            }

            field = value;
        }
    }

    /// <summary>
    /// The longest that the whole turn may take, all attempts together; null, the default, for no limit. When it passes,
    /// the attempt under way is cancelled and no other is made.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive, or longer than 24 days.</exception>
    public TimeSpan? Timeout
    {
        get;
        set => field = AttemptDeadline.Validate(value);
    }

    /// <summary>
    /// The longest that one attempt may take, from the call to the end of the answer; null, the default, for no limit. When
    /// it passes, the attempt is cancelled, counts as <see cref="FailureKind.Timeout"/>, and the next model is tried.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive, or longer than 24 days.</exception>
    public TimeSpan? AttemptTimeout
    {
        get;
        set => field = AttemptDeadline.Validate(value);
    }

    /// <summary>
    /// The terminal kinds that this caller falls back on all the same, because some refusals are one model's own:
    /// <see cref="FailureKind.ContentFiltered"/>, <see cref="FailureKind.InvalidRequest"/>, or both. None by default.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// A kind that is not terminal, so that it is fallen back on anyway, or <see cref="FailureKind.Cancelled"/>: nobody is
    /// left to answer to.
    /// </exception>
    public IReadOnlyCollection<FailureKind> FallbackOn
    {
        get => _fallbackOn;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            foreach (FailureKind kind in value)
            {
                if (kind == FailureKind.Cancelled)
                {
                    throw new ArgumentException("A turn that its caller cancelled cannot fall back.", nameof(value));
                }

                if (!FailureTable.IsTerminal(kind))
                {
                    throw new ArgumentException($"{kind} does not end a turn: every turn falls back on it.", nameof(value));
                }
            }

            _fallbackOn = [.. value];
        }
    }

    /// <summary>What the request needs: models that are known to lack it are not tried. Nothing by default.</summary>
    public ModelCapabilities Required { get; set; }

    /// <summary>
    /// Classifies an exception before <see cref="FailureClassifier"/> does; null from it leaves the decision to the
    /// classifier. The token is the caller's. Not asked about the caller's own cancellation and the deadlines set here.
    /// </summary>
    public Func<Exception, CancellationToken, Failure?>? Classify { get; set; }

    /// <summary>The clock that durations and deadlines go by; the system's by default.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public TimeProvider TimeProvider
    {
        get;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    }

    = TimeProvider.System;

    /// <summary>
    /// Called after every attempt, failed or answered, on the thread that carries the turn. What it throws ends the turn.
    /// </summary>
    public Action<FallbackAttempt>? OnAttempt { get; set; }

    /// <summary>Whether a failure of this kind ends the turn.</summary>
    internal bool EndsTurn(FailureKind kind) => FailureTable.IsTerminal(kind) && Array.IndexOf(_fallbackOn, kind) < 0;

    /// <summary>Whether a turn needs a clock that can cancel it.</summary>
    internal virtual bool HasDeadline => Timeout is not null || AttemptTimeout is not null;
}
