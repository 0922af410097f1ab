namespace FailScope;

/// <summary>What is known of a model that is added at run time, see <see cref="ModelCatalogBuilder.AddModel"/>. Null is unknown.</summary>
public sealed record ModelFacts
{
    /// <summary>Whether it costs nothing; null to decide from id and prices, as for <see cref="ModelAttribute.Free"/>.</summary>
    public bool? Free { get; init; }

    /// <summary>The prices, US dollars.</summary>
    public ModelPricing Pricing { get; init; } = ModelPricing.Undeclared;

    /// <summary>The most tokens that prompt and answer may have together; 1 or more.</summary>
    public long? ContextWindow { get; init; }

    /// <summary>The most tokens that an answer may have; 1 or more.</summary>
    public long? MaxOutputTokens { get; init; }

    /// <summary>What it can do; where it is stated, it is complete.</summary>
    public ModelCapabilities? Capabilities { get; init; }

    /// <summary>The space that its vectors lie in, see <see cref="ModelAttribute.EmbeddingSpace"/>.</summary>
    public string? EmbeddingSpace { get; init; }
}
