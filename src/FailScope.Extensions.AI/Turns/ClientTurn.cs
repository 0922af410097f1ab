namespace FailScope;

/// <summary>
/// The turn of a request that does not stream, with its telemetry. A struct inside the request's own object, so
/// that no other object is needed if the first model answers.
/// </summary>
internal struct ClientTurn
{
    private FallbackTurn _turn;
    private TurnSpans _spans;

    internal ClientTurn(FallbackCore core, CancellationToken caller)
    {
        Core = core;
        _turn = new FallbackTurn(core.Chain, core.Options, caller);
    }

    internal FallbackCore Core { get; }

    /// <summary>The model of the attempt.</summary>
    internal readonly Model Model => _turn.Model!;

    /// <summary>The token of the attempt.</summary>
    internal readonly CancellationToken Token => _turn.AttemptToken;

    /// <summary>The span of the attempt.</summary>
    internal readonly System.Diagnostics.Activity? Activity => _spans.Attempt;

    /// <summary>Throws if the caller has cancelled or the client is disposed. Then starts the telemetry.</summary>
    internal void Begin()
    {
        Core.ThrowIfItMayNotBegin(_turn.CallerToken);
        _spans.Begin(Core, isStreaming: false);
    }

    /// <summary>The turn, while it is being prepared.</summary>
    [System.Diagnostics.CodeAnalysis.UnscopedRef]
    internal ref FallbackTurn Prepare() => ref _turn;

    /// <summary>Begins the next attempt, if a model is left. Throws if the turn has been ended.</summary>
    internal bool TryNext()
    {
        Model? model;
        try
        {
            if (!_turn.TryNext(out model))
            {
                return false;
            }
        }
        catch (Exception ending)
        {
            _spans.End(Core, ref _turn, ending);
            throw;
        }

        _spans.BeginAttempt(Core, model, isStreaming: false);
        return true;
    }

    /// <summary>Reports that the attempt failed.</summary>
    internal void Failed(Exception exception) => _spans.Failed(Core, _turn.Failed(exception));

    /// <summary>Reports that the attempt has the response.</summary>
    /// <returns>The trail to write into the response; null if none is needed.</returns>
    internal FallbackTrail? Commit()
    {
        _turn.Commit();
        return Core.TrailToWrite(ref _turn);
    }

    /// <summary>Ends the turn with its response.</summary>
    internal void Answered()
    {
        _spans.End(Core, ref _turn, null);
        _turn.Answered();
    }

    /// <summary>Ends the turn because no model answered.</summary>
    internal FallbackExhaustedException Exhausted()
    {
        FallbackExhaustedException exhausted = _turn.Exhausted();
        _spans.End(Core, ref _turn, exhausted);
        return exhausted;
    }
}
