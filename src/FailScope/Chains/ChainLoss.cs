namespace FailScope;

/// <summary>A loss that leaves nothing of a chain: of one thing, or of two at once where neither does it alone.</summary>
public sealed class ChainLoss
{
    internal ChainLoss(params LostThing[] things) => Things = Array.AsReadOnly(things);

    /// <summary>What has to be lost: one thing, or two.</summary>
    public IReadOnlyList<LostThing> Things { get; }

    /// <summary>Whether one loss is enough.</summary>
    public bool IsSingle => Things.Count == 1;

    /// <summary>The loss in words.</summary>
    public override string ToString() => string.Join(" and ", Things);
}
