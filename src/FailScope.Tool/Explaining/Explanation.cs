namespace FailScope.Tool.Explaining;

/// <summary>What an error is, and what it does to chains.</summary>
/// <param name="Failure">What the classifier says.</param>
/// <param name="Rule">The row of the failure table.</param>
/// <param name="Chains">What it does to each chain that was asked about.</param>
internal sealed record Explanation(Failure Failure, FailureRule Rule, IReadOnlyList<ChainExplanation> Chains);

/// <summary>What an error of one model does to a chain.</summary>
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

    /// <summary>Whether the turn ends here, unless the caller has chosen to fall back on this kind.</summary>
    internal bool EndsTurn { get; }

    /// <summary>The models that the failure takes away beside the one that failed.</summary>
    internal IEnumerable<Model> Retired => Chain.Models.Where(model => model != Failed && !_after.Contains(model));

    /// <summary>The models that are left, in order.</summary>
    internal IEnumerable<Model> Remaining => _after.Remaining;

    /// <summary>The model that is tried next; null where the turn ends, or none is left.</summary>
    internal Model? Next => !EndsTurn && _after.TryGetNext(out Model? next) ? next : null;
}
