using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;

namespace FailScope;

/// <summary>
/// One request to a chain: the rules that <see cref="FallbackChain.RunAsync{TResult}(Func{Model, CancellationToken, Task{TResult}}, FallbackOptions, CancellationToken)"/>
/// and the clients of FailScope.Extensions.AI share, for those who write their own adapter. It selects the next model, limits
/// the time of an attempt, classifies its failure, retires the models that the failure affects, and keeps the trail.
/// </summary>
/// <remarks>
/// A mutable struct, so that nothing is allocated if the first model answers. Keep it in one local or field, and do not copy it
/// after the first <see cref="TryNext"/>. Not thread-safe.
/// </remarks>
/// <example>
/// An adapter for calls that return a complete response:
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
///         // If this failure ends the turn, TryNext throws the exception again.
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
    private TimeSpan? _answeredAfter;

    private TurnMemory? _memory;

    /// <summary>Prepares a turn. It begins with the first <see cref="TryNext"/>.</summary>
    /// <param name="chain">The models, in the order in which they are tried.</param>
    /// <param name="options">The options of the turn; null for the defaults. They cannot be changed once a turn has used them.</param>
    /// <param name="cancellationToken">The caller's own token. If it is cancelled, the turn ends, and no model has failed.</param>
    /// <param name="isStream">
    /// Whether the responses are streams. If so, <see cref="FallbackOptions.FirstContentTimeout"/> and
    /// <see cref="FallbackOptions.IdleTimeout"/> apply between <see cref="BeginWait"/> and <see cref="EndWait"/>.
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

    /// <summary>The models that are left.</summary>
    public readonly FallbackState State => _state;

    /// <summary>The model of the current or last attempt; null before the first attempt.</summary>
    public readonly Model? Model => _model;

    /// <summary>The caller's own token.</summary>
    public readonly CancellationToken CallerToken => _caller;

    /// <summary>The token of the attempt. It is cancelled with the caller's token, and when the attempt's time limit is reached.</summary>
    public readonly CancellationToken AttemptToken => _deadline?.Token ?? _caller;

    /// <summary>The duration of the attempt so far.</summary>
    public readonly TimeSpan AttemptElapsed => Clock.GetElapsedTime(_attemptStarted);

    /// <summary>The duration of the turn so far; zero before it began.</summary>
    public readonly TimeSpan Elapsed => _phase == Phase.Prepared ? TimeSpan.Zero : Clock.GetElapsedTime(_turnStarted);

    /// <summary>
    /// Whether the attempt is with the chain's first model and nothing has failed. In this case, the trail contains no more than
    /// the model's name.
    /// </summary>
    public readonly bool IsFirstChoice => _trail?.LastFailure is null && _model == Chain.Models[0];

    /// <summary>Whether the response has begun, see <see cref="Commit"/>, so that no other model will be tried.</summary>
    public readonly bool IsCommitted => _phase is Phase.Answering or Phase.Ended;

    /// <summary>
    /// The exception that ended the turn although models may be left, which <see cref="TryNext"/> throws: of a terminal failure,
    /// of the caller's cancellation, from <see cref="FallbackOptions.OnAttempt"/>, or of a stream that failed after its
    /// first content. Null if the turn continues, has answered, or is exhausted.
    /// </summary>
    public readonly Exception? Ending => _ending;

    private readonly TimeProvider Clock => _options.TimeProvider;

    /// <summary>Adds to what the request needs. Models that are known to lack it are not tried. Call it before the first <see cref="TryNext"/>.</summary>
    /// <param name="capabilities">What the request needs, in addition to <see cref="FallbackOptions.Required"/>.</param>
    /// <exception cref="InvalidOperationException">The turn has begun, or <see cref="Exclude"/> has already been called.</exception>
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

    /// <summary>Excludes a model from this turn. Call it before the first <see cref="TryNext"/>.</summary>
    /// <param name="model">The model. If it is excluded already, the first reason stays.</param>
    /// <param name="reason">The reason, for the trail.</param>
    /// <exception cref="ArgumentException">The model is not in the chain.</exception>
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

    /// <summary>Creates a new turn with the same chain and options, for a stream that is enumerated a second time.</summary>
    /// <param name="cancellationToken">The caller's token for the new turn.</param>
    public readonly FallbackTurn Again(CancellationToken cancellationToken) => new(Chain, _options, cancellationToken, _isStream);

    /// <summary>Begins the next attempt, if a model is left and no limit is reached.</summary>
    /// <param name="model">The model to call, with <see cref="AttemptToken"/>; null if none is left.</param>
    /// <returns>Whether there is a model. If not, <see cref="Exhausted"/> says why.</returns>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    /// <exception cref="InvalidOperationException">The previous attempt has neither failed nor answered.</exception>
    /// <remarks>Throws the exception of <see cref="Ending"/>, with its original stack trace.</remarks>
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

    /// <summary>Reports that the attempt failed. Classifies the exception, and retires the models that the failure affects.</summary>
    /// <param name="exception">The exception that the call threw, or a <see cref="FailedCallException"/> for a response that is an error.</param>
    /// <returns>The attempt, as recorded in the trail.</returns>
    /// <remarks>If the failure ends the turn, this does not throw; it sets <see cref="Ending"/>.</remarks>
    /// <exception cref="InvalidOperationException">No attempt has begun.</exception>
    public FallbackAttempt Failed(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        ThrowIfNotAttempting();
        FailureKind kind = AttemptFailure.Understand(exception, _options, _deadline, _caller, out Failure? failure);
        _deadline?.Dispose();
        return _phase == Phase.Answering ? Break(exception, kind, failure) : Fail(exception, kind, failure);
    }

    /// <summary>Reports that the response begins. No other model will be tried. Call it at the first content of a stream.</summary>
    /// <exception cref="InvalidOperationException">No attempt has begun.</exception>
    public void Commit()
    {
        ThrowIfNotAttempting();
        if (_phase == Phase.Attempting)
        {
            _phase = Phase.Answering;
            if (_isStream || _trail is not null)
            {
                _answeredAfter = AttemptElapsed;
                _trail?.Answered(_model!, _answeredAfter.Value);
            }

            _memory?.Committed();
        }
    }

    /// <summary>Reports that the response is complete. This ends the turn.</summary>
    /// <remarks>An exception from <see cref="FallbackOptions.OnAttempt"/> is ignored here, because the response has been paid for.</remarks>
    /// <exception cref="InvalidOperationException">No attempt has begun.</exception>
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

    /// <summary>Starts waiting for the next item of a stream. The time limits start.</summary>
    public readonly void BeginWait()
    {
        if (_deadline is not null)
        {
            TurnLimits.ArmForNextItem(_deadline, _options, hasContent: _phase == Phase.Answering, AttemptElapsed, Elapsed);
        }
    }

    /// <summary>Ends waiting for the next item, or the end, of a stream. The time limits stop.</summary>
    public readonly void EndWait() => _deadline?.Disarm();

    /// <summary>The trail of the turn so far. It does not change after the response has begun.</summary>
    /// <remarks>
    /// If the first model answers with a complete response, nothing needs the time, and the clock is read only here. So call this directly
    /// after <see cref="Answered"/>.
    /// </remarks>
    public FallbackTrail GetTrail()
    {
        if (_trail is null && _phase is Phase.Answering or Phase.Ended && _model is not null)
        {
            Record().Answered(_model, _answeredAfter ?? AttemptElapsed);
        }

        return Record();
    }

    /// <summary>The exception to throw if <see cref="TryNext"/> returns false.</summary>
    public FallbackExhaustedException Exhausted() => new(GetTrail())
    {
        RetryAt = _memory?.FindRecovery(GetTrail()),
    };
}
