namespace FailScope;

/// <summary>
/// One request for a whole answer on its way down the chain, with its telemetry. A struct within the request's own object, so
/// that a first choice that answers costs no other.
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

    /// <summary>Refuses a turn whose caller has given up, or whose client is disposed of; then begins its telemetry.</summary>
    internal void Begin()
    {
        Core.ThrowIfItMayNotBegin(_turn.CallerToken);
        _spans.Begin(Core, isStreaming: false);
    }

    /// <summary>The turn, while it is prepared.</summary>
    [System.Diagnostics.CodeAnalysis.UnscopedRef]
    internal ref FallbackTurn Prepare() => ref _turn;

    /// <summary>Begins the next attempt, if there is a model for it. Throws where the turn was ended.</summary>
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

    /// <summary>The attempt failed.</summary>
    internal void Failed(Exception exception) => _spans.Failed(Core, _turn.Failed(exception));

    /// <summary>The answer is the attempt's.</summary>
    /// <returns>The trail to write into it, where there is something to tell.</returns>
    internal FallbackTrail? Commit()
    {
        _turn.Commit();
        return Core.TrailToWrite(ref _turn);
    }

    /// <summary>The turn ends in its answer.</summary>
    internal void Answered()
    {
        _spans.End(Core, ref _turn, null);
        _turn.Answered();
    }

    /// <summary>No model answered.</summary>
    internal FallbackExhaustedException Exhausted()
    {
        FallbackExhaustedException exhausted = _turn.Exhausted();
        _spans.End(Core, ref _turn, exhausted);
        return exhausted;
    }
}
