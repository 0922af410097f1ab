using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;

namespace FailScope;

/// <summary>
/// One request on its way down a chain: the policy that <see cref="FallbackChain.RunAsync{TResult}(Func{Model, CancellationToken, Task{TResult}}, FallbackOptions, CancellationToken)"/>
/// and the clients of FailScope.Extensions.AI share, for those who write their own adapter. It picks the next model, limits
/// the time of an attempt, classifies its failure, retires what the failure retires, and keeps the trail.
/// </summary>
/// <remarks>
/// A mutable value, so that a first choice that answers allocates nothing. Keep it in one local or field, and never copy it
/// after the first <see cref="TryNext"/>. Not safe for use from two threads at once.
/// </remarks>
/// <example>
/// An adapter for calls that return a whole answer:
/// <code>
/// var turn = new FallbackTurn(Models.Chat, options, cancellationToken);
/// while (turn.TryNext(out Model? model))
/// {
///     try
///     {
///         string answer = await SendAsync(model, turn.AttemptToken);
///         turn.Answered();
///         return answer;
///     }
///     catch (Exception exception)
///     {
///         // Where this failure ends the turn, TryNext throws the exception again.
///         turn.Failed(exception);
///     }
/// }
///
/// throw turn.Exhausted();
/// </code>
/// For streams see <see cref="FallbackStream{T}"/>.
/// </example>
public partial struct FallbackTurn
{
    private readonly FallbackOptions _options;
    private readonly CancellationToken _caller;
    private readonly bool _isStream;
    private Phase _phase;
    private ModelCapabilities _required;
    private FallbackState _state;
    private FallbackTrail? _trail;
    private Model? _model;
    private AttemptDeadline? _deadline;
    private Exception? _ending;
    private long _turnStarted;
    private long _attemptStarted;
    private TimeSpan _answeredAfter;

    private TurnMemory? _memory;

    /// <summary>Prepares a turn. It begins with the first <see cref="TryNext"/>.</summary>
    /// <param name="chain">The models, in the order in which they are tried.</param>
    /// <param name="options">Limits and choices; null for the defaults. They cannot be changed any more from here on.</param>
    /// <param name="cancellationToken">The caller's own: when it is cancelled the turn ends, and no model is to blame.</param>
    /// <param name="isStream">
    /// Whether the answers are streams: then <see cref="FallbackOptions.FirstContentTimeout"/> and
    /// <see cref="FallbackOptions.IdleTimeout"/> count, between <see cref="BeginWait"/> and <see cref="EndWait"/>.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="chain"/> is null.</exception>
    public FallbackTurn(FallbackChain chain, FallbackOptions? options = null, CancellationToken cancellationToken = default, bool isStream = false)
    {
        ArgumentNullException.ThrowIfNull(chain);
        _options = options ?? FallbackOptions.Default;
        _options.Freeze();
        _caller = cancellationToken;
        _isStream = isStream;
        _required = _options.Required;
        _state = chain.Start(_required);
    }

    private enum Phase : byte
    {
        Prepared = 0,
        Between,
        Attempting,
        Answering,
        Ended,
    }

    /// <summary>The chain.</summary>
    public readonly FallbackChain Chain => _state.Chain!;

    /// <summary>What is left of the chain.</summary>
    public readonly FallbackState State => _state;

    /// <summary>The model of the attempt: the one that was tried last; null before the first attempt.</summary>
    public readonly Model? Model => _model;

    /// <summary>The caller's own token.</summary>
    public readonly CancellationToken CallerToken => _caller;

    /// <summary>The token of the attempt: cancelled with the caller's, and when the attempt's time is over.</summary>
    public readonly CancellationToken AttemptToken => _deadline?.Token ?? _caller;

    /// <summary>How long the attempt has taken so far.</summary>
    public readonly TimeSpan AttemptElapsed => Clock.GetElapsedTime(_attemptStarted);

    /// <summary>How long the turn has taken so far; zero before it began.</summary>
    public readonly TimeSpan Elapsed => _phase == Phase.Prepared ? TimeSpan.Zero : Clock.GetElapsedTime(_turnStarted);

    /// <summary>
    /// Whether the attempt is the chain's first model, and nothing failed before it: then the trail has nothing to tell beyond
    /// the model's name.
    /// </summary>
    public readonly bool IsFirstChoice => _trail?.LastFailure is null && _model == Chain.Models[0];

    /// <summary>Whether the answer has begun, see <see cref="Commit"/>: no other model will be tried.</summary>
    public readonly bool IsCommitted => _phase is Phase.Answering or Phase.Ended;

    /// <summary>
    /// What ended the turn although models may be left, and what <see cref="TryNext"/> throws: a failure that is the request's
    /// own fault, the caller's cancellation, what <see cref="FallbackOptions.OnAttempt"/> threw, a stream that broke after its
    /// first content. Null where the turn goes on, or has answered, or is exhausted.
    /// </summary>
    public readonly Exception? Ending => _ending;

    private readonly TimeProvider Clock => _options.TimeProvider;

    /// <summary>Adds to what the request needs: models that are known to lack it are not tried. Before the first <see cref="TryNext"/>.</summary>
    /// <param name="capabilities">What the request needs, in addition to <see cref="FallbackOptions.Required"/>.</param>
    /// <exception cref="InvalidOperationException">The turn has begun, or a model was ruled out with <see cref="Exclude"/> before.</exception>
    public void Require(ModelCapabilities capabilities)
    {
        ThrowIfBegun();
        if (_trail is not null)
        {
            throw new InvalidOperationException($"A model has already been excluded: call {nameof(Require)} before {nameof(Exclude)}.");
        }

        _required |= capabilities;
        _state = Chain.Start(_required);
    }

    /// <summary>Rules out a model for this turn. Before the first <see cref="TryNext"/>.</summary>
    /// <param name="model">The model; one that is ruled out already stays so, for the reason given first.</param>
    /// <param name="reason">Why, for the trail.</param>
    /// <exception cref="ArgumentException">The model is not of the chain.</exception>
    /// <exception cref="InvalidOperationException">The turn has begun.</exception>
    public void Exclude(Model model, SkipReason reason)
    {
        ThrowIfBegun();
        ArgumentNullException.ThrowIfNull(model);
        if (_state.Contains(model) || Chain.PositionOf(model) < 0)
        {
            _state = _state.After(FailureKind.Unknown, model);
            Record().Exclude(new SkippedModel(model, reason));
        }
    }

    /// <summary>A new turn over the same chain with the same options: for a stream that is read a second time.</summary>
    /// <param name="cancellationToken">The caller's token for it.</param>
    public readonly FallbackTurn Again(CancellationToken cancellationToken) => new(Chain, _options, cancellationToken, _isStream);

    /// <summary>Begins the next attempt, if a model is left and the turn may go on.</summary>
    /// <param name="model">The model to call, with <see cref="AttemptToken"/>; null where none is left.</param>
    /// <returns>Whether there is one. Where there is none, <see cref="Exhausted"/> says why.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    /// <exception cref="InvalidOperationException">The attempt before has neither failed nor answered.</exception>
    /// <remarks>Throws what is in <see cref="Ending"/>, with the stack trace that it came with.</remarks>
    public bool TryNext([NotNullWhen(true)] out Model? model)
    {
        if (_phase is Phase.Attempting or Phase.Answering)
        {
            throw new InvalidOperationException($"The attempt at '{_model}' has not ended: call {nameof(Answered)}, or {nameof(Failed)} with the exception that it threw.");
        }

        if (_ending is not null)
        {
            ExceptionDispatchInfo.Throw(_ending);
        }

        _caller.ThrowIfCancellationRequested();
        _attemptStarted = Clock.GetTimestamp();
        if (_phase == Phase.Prepared)
        {
            Begin();
        }

        if (_phase == Phase.Ended || !_state.TryGetNext(out model) || IsStopped() || (_memory is not null && !_memory.TryNext(ref _state, out model, ref _trail, _required)))
        {
            model = null;
            return false;
        }

        _phase = Phase.Attempting;
        _model = model;
        _deadline = StartDeadline();
        return true;
    }

    /// <summary>The attempt failed: classifies the exception, and retires what the failure retires.</summary>
    /// <param name="exception">What the call threw; a <see cref="FailedCallException"/> for an answer that is an error.</param>
    /// <returns>The attempt, as the trail has it.</returns>
    /// <remarks>Throws nothing of its own: where the failure ends the turn, <see cref="Ending"/> is set.</remarks>
    /// <exception cref="InvalidOperationException">No attempt was begun.</exception>
    public FallbackAttempt Failed(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        ThrowIfNotAttempting();
        FailureKind kind = AttemptFailure.Understand(exception, _options, _deadline, _caller, out Failure? failure);
        _deadline?.Dispose();
        return _phase == Phase.Answering ? Break(exception, kind, failure) : Fail(exception, kind, failure);
    }

    /// <summary>The answer begins: no other model will be tried. For streams, at their first content; <see cref="Answered"/> does it by itself.</summary>
    /// <exception cref="InvalidOperationException">No attempt was begun.</exception>
    public void Commit()
    {
        ThrowIfNotAttempting();
        if (_phase == Phase.Attempting)
        {
            _phase = Phase.Answering;
            _answeredAfter = AttemptElapsed;
            _trail?.Answered(_model!, _answeredAfter);
            _memory?.Committed();
        }
    }

    /// <summary>The attempt gave its answer, to the end. That ends the turn.</summary>
    /// <remarks>What <see cref="FallbackOptions.OnAttempt"/> throws here is ignored: the answer is paid for.</remarks>
    /// <exception cref="InvalidOperationException">No attempt was begun.</exception>
    public void Answered()
    {
        Commit();
        _phase = Phase.Ended;
        _deadline?.Dispose();
        _memory?.Answered();
        if (_options.OnAttempt is not null)
        {
            Show(new FallbackAttempt(_trail?.LastFailure, _model!, AttemptElapsed));
        }
    }

    /// <summary>Starts to wait for the next item of a stream: the limits begin to count.</summary>
    public readonly void BeginWait()
    {
        if (_deadline is not null)
        {
            TurnLimits.ArmForNextItem(_deadline, _options, hasContent: _phase == Phase.Answering, AttemptElapsed, Elapsed);
        }
    }

    /// <summary>The next item of the stream has come, or its end: the limits stop counting.</summary>
    public readonly void EndWait() => _deadline?.Disarm();

    /// <summary>The trail of the turn as it is now. Nothing is written into it after the answer began.</summary>
    public FallbackTrail GetTrail()
    {
        if (_trail is null && _phase is Phase.Answering or Phase.Ended && _model is not null)
        {
            Record().Answered(_model, _answeredAfter);
        }

        return Record();
    }

    /// <summary>What to throw where <see cref="TryNext"/> finds no model.</summary>
    public FallbackExhaustedException Exhausted() => new(GetTrail())
    {
        RetryAt = _memory?.FindRecovery(GetTrail()),
    };
}
