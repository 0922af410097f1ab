namespace FailScope;

/// <summary>What is known about a model that is added at run time, see <see cref="ModelCatalogBuilder.AddModel"/>. Null means unknown.</summary>
public sealed record ModelFacts
{
    /// <summary>Whether it costs nothing; null to decide from the id and prices, as for <see cref="ModelAttribute.Free"/>.</summary>
    public bool? Free { get; init; }

    /// <summary>The prices, in US dollars.</summary>
    public ModelPricing Pricing { get; init; } = ModelPricing.Undeclared;

    /// <summary>The maximum number of tokens of the prompt and the response together; 1 or more.</summary>
    public long? ContextWindow { get; init; }

    /// <summary>The maximum number of tokens of the response; 1 or more.</summary>
    public long? MaxOutputTokens { get; init; }

    /// <summary>What it can do. If set, it must be complete.</summary>
    public ModelCapabilities? Capabilities { get; init; }

    /// <summary>The vector space of its embeddings, see <see cref="ModelAttribute.EmbeddingSpace"/>.</summary>
    public string? EmbeddingSpace { get; init; }
}
