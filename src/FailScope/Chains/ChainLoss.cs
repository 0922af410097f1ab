namespace FailScope;

/// <summary>A loss after which no model of a chain is left. It is the loss of one resource, or of two at once if neither alone is enough.</summary>
public sealed class ChainLoss
{
    internal ChainLoss(params LostResource[] resources) => Resources = Array.AsReadOnly(resources);

    /// <summary>The resources that have to be lost, one or two.</summary>
    public IReadOnlyList<LostResource> Resources { get; }

    /// <summary>Whether the loss of one resource is enough.</summary>
    public bool IsSingle => Resources.Count == 1;

    /// <summary>The loss in words, for example <c>credit of Main and provider Direct</c>.</summary>
    public override string ToString() => string.Join(" and ", Resources);
}
