using System.Diagnostics;

namespace FailScope;

/// <summary>The telemetry of one turn: a span for the turn, with a child for each attempt. A struct inside the request's own object.</summary>
internal struct TurnSpans
{
    private Activity? _turn;
    private FallbackAttempt? _lastFailure;

    /// <summary>The span of the attempt.</summary>
    internal Activity? Attempt { get; private set; }

    internal void Begin(FallbackCore core, bool isStreaming) => _turn = core.Telemetry.StartTurn(isStreaming);

    internal void BeginAttempt(FallbackCore core, Model model, bool isStreaming) => Attempt = core.Telemetry.StartAttempt(model, isStreaming);

    internal void Failed(FallbackCore core, FallbackAttempt attempt)
    {
        _lastFailure = attempt;
        core.Telemetry.AttemptFailed(Attempt, attempt);
    }

    /// <summary>Ends the span of the turn.</summary>
    /// <param name="core">The client.</param>
    /// <param name="turn">The turn.</param>
    /// <param name="ending">The exception for the caller; null if a model answered.</param>
    internal readonly void End(FallbackCore core, ref FallbackTurn turn, Exception? ending)
    {
        if (ending is null)
        {
            // The usual case costs nothing: the first model answered, and nothing is listening.
            if (!turn.IsCommitted || !turn.IsFirstChoice || Attempt is not null || _turn is not null || ClientTelemetry.IsMeasuring)
            {
                EndAnswered(core.Telemetry, ref turn);
            }

            return;
        }

        Failure? failure = ending is FallbackExhaustedException exhausted && exhausted.Trail.Chain == core.Chain && turn.Ending is null ? null
            : turn.CallerToken.IsCancellationRequested ? new Failure(FailureKind.Cancelled)
            : _lastFailure is { Failure: { } last } && (turn.IsCommitted || core.Options.EndsTurn(last.Kind)) ? last
            : new Failure(FailureKind.Unknown) { Evidence = $"exception {ending.GetType().Name}" };
        core.Telemetry.EndTurn(_turn, ref turn, failure);
    }

    // The response has been paid for, so it must not be lost because a log or a listener throws.
    private readonly void EndAnswered(ClientTelemetry telemetry, ref FallbackTurn turn)
    {
        try
        {
            telemetry.AttemptAnswered(Attempt, ref turn);
            telemetry.EndTurn(_turn, ref turn, null);
        }
#pragma warning disable CA1031 // Logs and listeners are user code.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }
}
