namespace FailScope;

/// <summary>
/// Declares a model: one model id offered through one credential. Prices are in US dollars; a price that is not declared is
/// unknown, never 0.
/// </summary>
/// <param name="id">The provider's id of the model.</param>
/// <param name="credential">The credential's property, as a <c>nameof</c>.</param>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class ModelAttribute(string id, string credential) : Attribute
{
    /// <summary>The provider's id of the model.</summary>
    public string Id { get; } = id;

    /// <summary>The name of the credential's property.</summary>
    public string Credential { get; } = credential;

    /// <summary>
    /// Declares that the model costs nothing (true) or that it costs money (false), whatever its id and prices say. If not set, a model is
    /// free if both token prices are declared as 0 and no other price is above 0, or if its id ends in the variant <c>:free</c> and no
    /// price contradicts that.
    /// </summary>
    public bool Free { get; set; }

    /// <summary>
    /// Takes everything that is not declared here (prices, context window, maximum output tokens, capabilities) at build time from the
    /// price lists that the project names as <c>FailScopePrices</c> items. Declared values take precedence and are compared with the list.
    /// Whether the model is free is decided by the same rule. It is an error if no list contains the model.
    /// </summary>
    public bool FromPriceList { get; set; }

    /// <summary>The price of input tokens, US dollars per million.</summary>
    public double InputUsdPerMillion { get; set; } = double.NaN;

    /// <summary>The price of output tokens, US dollars per million.</summary>
    public double OutputUsdPerMillion { get; set; } = double.NaN;

    /// <summary>The price of input tokens read from a prompt cache, US dollars per million.</summary>
    public double CacheReadUsdPerMillion { get; set; } = double.NaN;

    /// <summary>The price of input tokens written to a prompt cache, US dollars per million.</summary>
    public double CacheWriteUsdPerMillion { get; set; } = double.NaN;

    /// <summary>The price of reasoning tokens, if it differs from that of output tokens, US dollars per million.</summary>
    public double ReasoningUsdPerMillion { get; set; } = double.NaN;

    /// <summary>The price of audio input tokens, US dollars per million.</summary>
    public double AudioInputUsdPerMillion { get; set; } = double.NaN;

    /// <summary>The price of audio output tokens, US dollars per million.</summary>
    public double AudioOutputUsdPerMillion { get; set; } = double.NaN;

    /// <summary>The price of each request, US dollars.</summary>
    public double UsdPerRequest { get; set; } = double.NaN;

    /// <summary>The price of each image, US dollars.</summary>
    public double UsdPerImage { get; set; } = double.NaN;

    /// <summary>The price of each second of audio or video, US dollars.</summary>
    public double UsdPerSecond { get; set; } = double.NaN;

    /// <summary>The price of each web search by the model, US dollars.</summary>
    public double UsdPerSearch { get; set; } = double.NaN;

    /// <summary>The maximum number of tokens of the prompt and the response together; 1 or more. Unknown if not declared.</summary>
    public long ContextWindow { get; set; }

    /// <summary>The maximum number of tokens of the response; 1 or more. Unknown if not declared.</summary>
    public long MaxOutputTokens { get; set; }

    /// <summary>
    /// What the model can do. If declared, the list must be complete. If not declared, it is unknown, and the model is never skipped for
    /// lacking a capability.
    /// </summary>
    public ModelCapabilities Capabilities { get; set; }

    /// <summary>
    /// A name of your own for the vector space of the model's embeddings: <c>"text-embedding-3-small/1536"</c>. Vectors of two
    /// models can be compared only if both models have the same space, so only such models can replace each other. If not declared, the
    /// model is not an embedding model, or its space is unknown.
    /// </summary>
    public string? EmbeddingSpace { get; set; }
}
