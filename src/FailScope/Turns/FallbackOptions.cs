using System.Collections.ObjectModel;

namespace FailScope;

/// <summary>How a turn walks down a chain.</summary>
/// <remarks>
/// Once a turn has begun with them, options cannot be changed any more: every setter throws an
/// <see cref="InvalidOperationException"/>. A client over a chain takes a copy instead, when it is made.
/// </remarks>
public class FallbackOptions
{
    /// <summary>Every option at its default: try what the chain has, without a deadline of our own.</summary>
    internal static readonly FallbackOptions Default = new();

    private FailureKind[] _fallbackOn = [];
    private ReaderList? _readers;
    private bool _isFrozen;

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
        FirstContentTimeout = other.FirstContentTimeout;
        IdleTimeout = other.IdleTimeout;
        _fallbackOn = other._fallbackOn;
        Required = other.Required;
        Classify = other.Classify;
        _readers = other._readers is { Count: > 0 } readers ? new ReaderList(this, [.. readers]) : null;
        TimeProvider = other.TimeProvider;
        OnAttempt = other.OnAttempt;
        Cooldowns = other.Cooldowns;
        Tenant = other.Tenant;
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
            ThrowIfFrozen();
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
        set => field = AttemptDeadline.Validate(Unfrozen(value));
    }

    /// <summary>
    /// The longest that one attempt may take, from the call to the end of the answer; null, the default, for no limit. When
    /// it passes, the attempt is cancelled, counts as <see cref="FailureKind.Timeout"/>, and the next model is tried.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive, or longer than 24 days.</exception>
    public TimeSpan? AttemptTimeout
    {
        get;
        set => field = AttemptDeadline.Validate(Unfrozen(value));
    }

    /// <summary>
    /// The longest that a stream may take to its first content; null, the default, for no limit. When it passes, the attempt
    /// counts as <see cref="FailureKind.Timeout"/>, and the next model is tried. For whole answers it means nothing.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive, or longer than 24 days.</exception>
    public TimeSpan? FirstContentTimeout
    {
        get;
        set => field = AttemptDeadline.Validate(Unfrozen(value));
    }

    /// <summary>
    /// The longest that a stream may take from one item to the next, the consumer's own time not included; null, the default,
    /// for no limit. Before the first content the next model is tried; after it, the stream ends with a
    /// <see cref="TimeoutException"/>. For whole answers it means nothing.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive, or longer than 24 days.</exception>
    public TimeSpan? IdleTimeout
    {
        get;
        set => field = AttemptDeadline.Validate(Unfrozen(value));
    }

    /// <summary>
    /// The terminal kinds that this caller falls back on all the same, because some refusals are one model's own:
    /// <see cref="FailureKind.ContentFiltered"/>, <see cref="FailureKind.InvalidRequest"/>, or both. None by default.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// A kind that is not terminal, so that it is fallen back on anyway, or <see cref="FailureKind.Cancelled"/>: the caller who
    /// cancelled does not wait for an answer any more.
    /// </exception>
    public IReadOnlyCollection<FailureKind> FallbackOn
    {
        get => Array.AsReadOnly(_fallbackOn);
        set
        {
            ThrowIfFrozen();
            ArgumentNullException.ThrowIfNull(value);
            foreach (FailureKind kind in value)
            {
                if (kind == FailureKind.Cancelled)
                {
                    throw new ArgumentException("A turn cannot fall back after its caller has cancelled it. Remove this kind from the set.", nameof(value));
                }

                if (!FailureTable.IsTerminal(kind))
                {
                    throw new ArgumentException($"{kind} never ends a turn: the chain always falls back on it. Remove it from the set.", nameof(value));
                }
            }

            _fallbackOn = [.. value];
        }
    }

    /// <summary>What the request needs: models that are known to lack it are not tried. Nothing by default.</summary>
    public ModelCapabilities Required
    {
        get;
        set => field = Unfrozen(value);
    }

    /// <summary>
    /// Classifies an exception before <see cref="FailureReaders"/> and <see cref="FailureClassifier"/> do; null from it leaves the
    /// decision to them, and so does an exception from it. The token is the caller's. Not asked about the caller's own cancellation
    /// and the deadlines set here.
    /// </summary>
    public Func<Exception, CancellationToken, Failure?>? Classify
    {
        get;
        set => field = Unfrozen(value);
    }

    /// <summary>
    /// Know the exceptions of SDKs that <see cref="FailureClassifier"/> does not know. Asked in order, before what is built in; the
    /// first that knows an exception counts. One that throws is passed over. Empty by default.
    /// </summary>
    public IList<IFailureReader> FailureReaders => _readers ??= new ReaderList(this, []);

    /// <summary>The clock that durations and deadlines go by; the system's by default.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public TimeProvider TimeProvider
    {
        get;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            field = Unfrozen(value);
        }
    }

    = TimeProvider.System;

    /// <summary>
    /// Called after every attempt, failed or answered, on the thread that carries the turn. What it throws after a failure ends
    /// the turn; what it throws after an answer is ignored, because the answer is paid for.
    /// </summary>
    public Action<FallbackAttempt>? OnAttempt
    {
        get;
        set => field = Unfrozen(value);
    }

    /// <summary>
    /// What turns remember for those that follow: models that earlier failures keep out are not tried, and what fails in this
    /// turn is remembered. Null, the default, for no memory; <c>AddFallbackChatClient</c> sets it.
    /// </summary>
    public ICooldowns? Cooldowns
    {
        get;
        set => field = Unfrozen(value);
    }

    /// <summary>
    /// Whose request a turn is, where one tenant's keys and balances are not another's: asked when a turn begins, on the thread that begins
    /// it. Null, the default, where all requests are one tenant's. Counts for <see cref="Cooldowns"/> alone.
    /// </summary>
    public Func<string?>? Tenant
    {
        get;
        set => field = Unfrozen(value);
    }

    /// <summary>Whether a failure of this kind ends the turn.</summary>
    /// <param name="kind">What went wrong.</param>
    public bool EndsTurn(FailureKind kind) => FailureTable.IsTerminal(kind) && Array.IndexOf(_fallbackOn, kind) < 0;

    /// <summary>The readers, without a list of them where there are none.</summary>
    internal IReadOnlyList<IFailureReader> Readers => _readers is { } readers ? readers : [];

    /// <summary>From here on the options cannot be changed.</summary>
    internal void Freeze() => _isFrozen = true;

    /// <summary>The value to set, of options that no turn has begun with.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="InvalidOperationException">A turn has begun with the options.</exception>
    private T Unfrozen<T>(T value)
    {
        ThrowIfFrozen();
        return value;
    }

    private void ThrowIfFrozen()
    {
        if (_isFrozen)
        {
            throw new InvalidOperationException("These options are in use by a turn and can no longer be changed. Create new options for other turns.");
        }
    }

    /// <summary>A list that cannot be changed any more when its options cannot.</summary>
    private sealed class ReaderList(FallbackOptions options, List<IFailureReader> readers) : Collection<IFailureReader>(readers)
    {
        protected override void InsertItem(int index, IFailureReader item)
        {
            ArgumentNullException.ThrowIfNull(item);
            options.ThrowIfFrozen();
            base.InsertItem(index, item);
        }

        protected override void SetItem(int index, IFailureReader item)
        {
            ArgumentNullException.ThrowIfNull(item);
            options.ThrowIfFrozen();
            base.SetItem(index, item);
        }

        protected override void RemoveItem(int index)
        {
            options.ThrowIfFrozen();
            base.RemoveItem(index);
        }

        protected override void ClearItems()
        {
            options.ThrowIfFrozen();
            base.ClearItems();
        }
    }
}
