using System.Collections.ObjectModel;

namespace FailScope;

/// <summary>The options of a turn.</summary>
/// <remarks>
/// Once a turn has used them, options cannot be changed: every setter throws an
/// <see cref="InvalidOperationException"/>. A client for a chain copies them when it is created.
/// </remarks>
public class FallbackOptions
{
    /// <summary>The default options: try all models of the chain, without a time limit.</summary>
    internal static readonly FallbackOptions Default = new();

    private FailureKind[] _fallbackOn = [];
    private ReaderList? _readers;
    private bool _isFrozen;

    /// <summary>Creates options with the default values.</summary>
    public FallbackOptions()
    {
    }

    /// <summary>Creates a copy.</summary>
    /// <param name="other">The options to copy.</param>
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
    /// The maximum number of models that one turn calls, at least 1; null (default) for no limit. A model whose
    /// client cannot be created is not called and does not count.
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
    /// The time limit of the whole turn, for all attempts together; null (default) for no limit. When it is reached,
    /// the current attempt is cancelled and no other is started.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive, or longer than 24 days.</exception>
    public TimeSpan? Timeout
    {
        get;
        set => field = AttemptDeadline.Validate(Unfrozen(value));
    }

    /// <summary>
    /// The time limit of one attempt, from the call to the end of the response; null (default) for no limit. When
    /// it is reached, the attempt is cancelled and fails with <see cref="FailureKind.Timeout"/>, and the next model is tried.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive, or longer than 24 days.</exception>
    public TimeSpan? AttemptTimeout
    {
        get;
        set => field = AttemptDeadline.Validate(Unfrozen(value));
    }

    /// <summary>
    /// The time limit for the first content of a stream; null (default) for no limit. When it is reached, the attempt
    /// fails with <see cref="FailureKind.Timeout"/>, and the next model is tried. Has no effect on calls that do not stream.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive, or longer than 24 days.</exception>
    public TimeSpan? FirstContentTimeout
    {
        get;
        set => field = AttemptDeadline.Validate(Unfrozen(value));
    }

    /// <summary>
    /// The maximum time between two items of a stream, not including the consumer's own time; null (default)
    /// for no limit. When it is reached before the first content, the next model is tried; after the first content, the stream ends with a
    /// <see cref="TimeoutException"/>. Has no effect on calls that do not stream.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive, or longer than 24 days.</exception>
    public TimeSpan? IdleTimeout
    {
        get;
        set => field = AttemptDeadline.Validate(Unfrozen(value));
    }

    /// <summary>
    /// The terminal kinds after which this caller still falls back, because some models reject what others accept:
    /// <see cref="FailureKind.ContentFiltered"/>, <see cref="FailureKind.InvalidRequest"/>, or both. Empty by default.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// The value contains a kind that is not terminal, after which a turn falls back anyway, or <see cref="FailureKind.Cancelled"/>,
    /// after which the caller no longer waits for a response.
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

    /// <summary>The capabilities that the request needs. Models that are known to lack one are not tried. None by default.</summary>
    public ModelCapabilities Required
    {
        get;
        set => field = Unfrozen(value);
    }

    /// <summary>
    /// Classifies an exception before <see cref="FailureReaders"/> and <see cref="FailureClassifier"/> do. If it returns null or throws,
    /// they decide. The token is the caller's. Not called for the caller's own cancellation, or when a time limit set here cancelled the
    /// attempt.
    /// </summary>
    public Func<Exception, CancellationToken, Failure?>? Classify
    {
        get;
        set => field = Unfrozen(value);
    }

    /// <summary>
    /// Readers for the exceptions of SDKs that <see cref="FailureClassifier"/> does not know. They are tried in order, before the built-in
    /// ones; the first one that recognizes an exception is used. A reader that throws is ignored. Empty by default.
    /// </summary>
    public IList<IFailureReader> FailureReaders => _readers ??= new ReaderList(this, []);

    /// <summary>The clock for durations and time limits; by default the system clock.</summary>
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
    /// Called after every attempt, on the thread that runs the turn. An exception from it ends
    /// the turn after a failed attempt, and is ignored after a successful one, because the response has been paid for.
    /// </summary>
    public Action<FallbackAttempt>? OnAttempt
    {
        get;
        set => field = Unfrozen(value);
    }

    /// <summary>
    /// The memory between turns. Models that are cooling down after earlier failures are not tried, and the failures of this
    /// turn are remembered. Null (default) for no memory; <c>AddFallbackChatClient</c> sets it.
    /// </summary>
    public ICooldowns? Cooldowns
    {
        get;
        set => field = Unfrozen(value);
    }

    /// <summary>
    /// Returns the tenant of a turn, for applications whose tenants have different keys and balances. Called when a turn begins, on the
    /// thread that starts it. Null (default) if there is only one tenant. Used only for <see cref="Cooldowns"/>.
    /// </summary>
    public Func<string?>? Tenant
    {
        get;
        set => field = Unfrozen(value);
    }

    /// <summary>Whether a failure of this kind ends the turn.</summary>
    /// <param name="kind">The kind of failure.</param>
    public bool EndsTurn(FailureKind kind) => FailureTable.IsTerminal(kind) && Array.IndexOf(_fallbackOn, kind) < 0;

    /// <summary>The readers; an empty array if no list was created.</summary>
    internal IReadOnlyList<IFailureReader> Readers => _readers is { } readers ? readers : [];

    /// <summary>Makes the options read-only.</summary>
    internal void Freeze() => _isFrozen = true;

    /// <summary>Returns the value to set, if the options are not read-only yet.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="InvalidOperationException">A turn has used the options.</exception>
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

    /// <summary>A list that becomes read-only together with its options.</summary>
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
