namespace FailScope;

/// <summary>A loss that leaves nothing of a chain: of one resource, or of two at once where neither does it alone.</summary>
public sealed class ChainLoss
{
    internal ChainLoss(params LostResource[] resources) => Resources = Array.AsReadOnly(resources);

    /// <summary>What has to be lost: one resource, or two.</summary>
    public IReadOnlyList<LostResource> Resources { get; }

    /// <summary>Whether one loss is enough.</summary>
    public bool IsSingle => Resources.Count == 1;

    /// <summary>The loss in words, as <c>credit of Main and provider Direct</c>.</summary>
    public override string ToString() => string.Join(" and ", Resources);
}
