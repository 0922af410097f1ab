namespace FailScope.Tool.Explaining;

/// <summary>The classification of an error, and its effect on chains.</summary>
/// <param name="Failure">The result of the classifier.</param>
/// <param name="Rule">The row of the failure table.</param>
/// <param name="Chains">The effect on each requested chain.</param>
internal sealed record Explanation(Failure Failure, FailureRule Rule, IReadOnlyList<ChainExplanation> Chains);

/// <summary>The effect of one model's error on a chain.</summary>
internal sealed class ChainExplanation
{
    private readonly FallbackState _after;

    internal ChainExplanation(FallbackChain chain, Model failed, FailureKind kind)
    {
        Chain = chain;
        Failed = failed;
        EndsTurn = FailureTable.IsTerminal(kind);
        _after = chain.Start().After(kind, failed);
    }

    internal FallbackChain Chain { get; }

    /// <summary>The model that failed.</summary>
    internal Model Failed { get; }

    /// <summary>Whether the turn ends here, unless the caller has opted in to fall back after this kind.</summary>
    internal bool EndsTurn { get; }

    /// <summary>The models that the failure retires in addition to the failed one.</summary>
    internal IEnumerable<Model> Retired => Chain.Models.Where(model => model != Failed && !_after.Contains(model));

    /// <summary>The models that are left, in order.</summary>
    internal IEnumerable<Model> Remaining => _after.Remaining;

    /// <summary>The model that is tried next; null if the turn ends, or none is left.</summary>
    internal Model? Next => !EndsTurn && _after.TryGetNext(out Model? next) ? next : null;
}
