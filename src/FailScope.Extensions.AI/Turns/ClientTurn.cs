using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;

namespace FailScope;

/// <summary>
/// One request on its way down the chain: how it begins, goes on and ends, the same for whole answers, streams and embeddings. A
/// struct within the request's own object, so that a first choice that answers costs no other.
/// </summary>
internal struct ClientTurn<TRequest>
    where TRequest : struct, IClientRequest
{
    private readonly bool _isStreaming;
    private FallbackTrail? _trail;
    private Activity? _turnActivity;

    internal ClientTurn(FallbackCore core, TRequest request, bool isStreaming, CancellationToken caller)
    {
        Core = core;
        Request = request;
        _isStreaming = isStreaming;
        Caller = caller;
        Model = null!;
    }

    internal FallbackCore Core { get; }

    internal TRequest Request { get; set; }

    /// <summary>The caller's own token.</summary>
    internal CancellationToken Caller { get; }

    /// <summary>The model of the attempt.</summary>
    internal Model Model { get; private set; }

    /// <summary>When the attempt began.</summary>
    internal long Started { get; private set; }

    /// <summary>The span of the attempt.</summary>
    internal Activity? Activity { get; private set; }

    /// <summary>The limits of the attempt; null where none is set.</summary>
    internal AttemptDeadline? Deadline { get; private set; }

    /// <summary>The token of the attempt.</summary>
    internal readonly CancellationToken Token => Deadline?.Token ?? Caller;

    // Until something failed, the turn is its first attempt.
    internal readonly long TurnStarted => _trail?.Started ?? Started;

    private readonly FallbackClientOptions Options => Core.Options;

    private readonly TimeProvider Clock => Core.Options.TimeProvider;

    /// <summary>The same request again, under another token.</summary>
    internal readonly ClientTurn<TRequest> Anew(CancellationToken caller) => new(Core, Request, _isStreaming, caller);

    /// <summary>Refuses a turn that has nobody to answer to, or nothing to ask any more.</summary>
    internal readonly void ThrowIfItMayNotBegin()
    {
        Core.Clients.ThrowIfDisposed();
        Caller.ThrowIfCancellationRequested();
    }

    /// <summary>Begins the turn, and the attempt at its first model; false where the chain has none for the request.</summary>
    internal bool Begin()
    {
        _turnActivity = Core.Telemetry.StartTurn(_isStreaming);
        Started = Clock.GetTimestamp();
        if (!Request.Start(Core, out _).TryGetNext(out Model? model))
        {
            return false;
        }

        BeginAttempt(model);
        return true;
    }

    /// <summary>The attempt failed. Throws where that ends the turn; otherwise begins the next attempt, if there is a model for it.</summary>
    internal bool TryNextAfter(Exception exception)
    {
        FailureKind kind = AttemptFailure.Understand(exception, Options, Deadline, Caller, out Failure? failure);
        Deadline?.Dispose();
        TimeSpan duration = Clock.GetElapsedTime(Started);
        FallbackTrail trail = _trail ??= StartTrail();
        FallbackAttempt attempt = trail.Failed(Model, duration, kind, failure, exception);
        if (Deadline is { HasPassed: true, Limit: AttemptLimit.Turn })
        {
            trail.RunOutOfTime();
        }

        Core.Telemetry.EndAttempt(Activity, attempt);
        Show(attempt);
        if (Options.EndsTurn(kind))
        {
            Core.Telemetry.EndTurn(_turnActivity, Clock.GetElapsedTime(TurnStarted), null, trail, attempt.Failure);
            ThrowTerminal(exception, kind);
        }

        if (Caller.IsCancellationRequested)
        {
            // While the attempt was shown. Nobody waits for another model.
            Core.Telemetry.EndTurn(_turnActivity, Clock.GetElapsedTime(TurnStarted), null, trail, new Failure(FailureKind.Cancelled));
            Caller.ThrowIfCancellationRequested();
        }

        if (!trail.TryGetNext(out Model? model))
        {
            return false;
        }

        Started = Clock.GetTimestamp();
        BeginAttempt(model);
        return true;
    }

    /// <summary>No model answered.</summary>
    internal readonly FallbackExhaustedException Exhausted()
    {
        FallbackTrail trail = _trail ?? StartTrail();
        Core.Telemetry.EndTurn(_turnActivity, Clock.GetElapsedTime(TurnStarted), null, trail, null);
        return new FallbackExhaustedException(trail);
    }

    /// <summary>Writes down that the attempt's model answers.</summary>
    /// <returns>The trail, where there is something to tell.</returns>
    internal FallbackTrail? WriteAnswer()
    {
        if (_trail is null && !Options.ReportFirstChoice && Model == Core.Chain.Models[0])
        {
            return null;
        }

        _trail ??= StartTrail();
        _trail.Answered(Model, Clock.GetElapsedTime(Started));
        return _trail;
    }

    /// <summary>The turn ends in a whole answer.</summary>
    internal readonly void End()
    {
        Deadline?.Dispose();
        End(null, null);
    }

    /// <summary>A stream that was committed has ended: by itself, because its consumer stopped, or in an exception.</summary>
    /// <returns>What the consumer gets to see.</returns>
    internal readonly Exception? EndStream(Exception? exception)
    {
        if (exception is null)
        {
            End();
            return null;
        }

        FailureKind kind = AttemptFailure.Understand(exception, Options, Deadline, Caller, out Failure? failure);
        Deadline?.Dispose();
        End(failure, exception);
        return kind switch
        {
            FailureKind.Cancelled => FallbackChain.AsCallers(exception, Caller),
            FailureKind.Timeout when Deadline is { HasPassed: true } => new TimeoutException($"The answer of {Model} broke off: {Deadline.Describe()}.", exception),
            _ => exception,
        };
    }

    [DoesNotReturn]
    private readonly void ThrowTerminal(Exception exception, FailureKind kind)
    {
        ExceptionDispatchInfo.Throw(kind == FailureKind.Cancelled ? FallbackChain.AsCallers(exception, Caller) : exception);
    }

    private void BeginAttempt(Model model)
    {
        Model = model;
        Activity = Core.Telemetry.StartAttempt(model, _isStreaming);
        Deadline = !Options.HasDeadline ? null
            : _isStreaming ? new AttemptDeadline(Clock, Caller)
            : FallbackChain.StartAttempt(Options, TurnStarted, Caller);
    }

    /// <summary>A turn gets a trail when there is something to write down.</summary>
    private readonly FallbackTrail StartTrail()
    {
        FallbackState start = Request.Start(Core, out ModelCapabilities required);
        return new FallbackTrail(Options, required, start, TurnStarted);
    }

    /// <summary>The turn ends with the attempt.</summary>
    private readonly void End(Failure? failure, Exception? exception)
    {
        if (exception is null && Activity is null && Options.OnAttempt is null && !FallbackTelemetry.IsMeasured)
        {
            // Nobody sees the attempt.
            if (_turnActivity is not null || _trail is not null)
            {
                Core.Telemetry.EndTurn(_turnActivity, Clock.GetElapsedTime(TurnStarted), Model, _trail, null);
            }

            return;
        }

        // A stream goes on after the trail was written: what becomes of it is told here.
        TimeSpan duration = Clock.GetElapsedTime(Started);
        FallbackAttempt attempt = exception is null
            ? new FallbackAttempt(_trail?.LastFailure, Model, duration)
            : new FallbackAttempt(_trail?.LastFailure, Model, duration, failure, exception);
        Core.Telemetry.EndAttempt(Activity, attempt);
        Core.Telemetry.EndTurn(_turnActivity, Clock.GetElapsedTime(TurnStarted), Model, _trail, attempt.Failure);
        Options.OnAttempt?.Invoke(attempt);
    }

    private readonly void Show(FallbackAttempt attempt)
    {
        try
        {
            Options.OnAttempt?.Invoke(attempt);
        }
        catch
        {
            _turnActivity?.Dispose();
            throw;
        }
    }
}
