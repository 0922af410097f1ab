using System.Diagnostics;

namespace FailScope;

/// <summary>The telemetry of one turn: a span around it, and one in it for each attempt. A struct within the request's own object.</summary>
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

    /// <summary>The turn is over.</summary>
    /// <param name="core">The client.</param>
    /// <param name="turn">The turn.</param>
    /// <param name="ending">What is thrown to the caller; null where a model answered.</param>
    internal readonly void End(FallbackCore core, ref FallbackTurn turn, Exception? ending)
    {
        if (ending is null)
        {
            EndAnswered(core.Telemetry, ref turn);
            return;
        }

        Failure? failure = ending is FallbackExhaustedException exhausted && exhausted.Trail.Chain == core.Chain && turn.Ending is null ? null
            : turn.CallerToken.IsCancellationRequested ? new Failure(FailureKind.Cancelled)
            : _lastFailure is { Failure: { } last } && (turn.IsCommitted || core.Options.EndsTurn(last.Kind)) ? last
            : new Failure(FailureKind.Unknown) { Evidence = $"exception {ending.GetType().Name}" };
        core.Telemetry.EndTurn(_turn, ref turn, failure);
    }

    // The answer is paid for, and is not lost because a log or a listener fails.
    private readonly void EndAnswered(ClientTelemetry telemetry, ref FallbackTurn turn)
    {
        try
        {
            telemetry.AttemptAnswered(Attempt, ref turn);
            telemetry.EndTurn(_turn, ref turn, null);
        }
#pragma warning disable CA1031 // Logs and listeners are the caller's own code.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }
}
