namespace FailScope;

/// <summary>
/// Declares a model: one model id offered through one credential. Prices are US dollars; a price that is not declared is
/// unknown, never 0.
/// </summary>
/// <param name="id">The id that the provider knows the model by.</param>
/// <param name="credential">The credential's property, as a <c>nameof</c>.</param>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class ModelAttribute(string id, string credential) : Attribute
{
    /// <summary>The id that the provider knows the model by.</summary>
    public string Id { get; } = id;

    /// <summary>The name of the credential's property.</summary>
    public string Credential { get; } = credential;

    /// <summary>
    /// States that the model costs nothing, or that it does, whatever its id and prices say. Without it, a model is free when
    /// both token prices are declared 0 and no other price is above 0, or when its id ends in the variant <c>:free</c> and no
    /// price contradicts that.
    /// </summary>
    public bool Free { get; set; }

    /// <summary>
    /// States that what is not declared here (prices, context window, longest answer, capabilities) is taken at build time from the
    /// price lists that the project names as <c>FailScopePrices</c> items. What is declared stays, and is compared with the list.
    /// Whether the model is free is decided by the same rule. It is an error if no list knows the model.
    /// </summary>
    public bool FromPriceList { get; set; }

    /// <summary>Input tokens, US dollars per million.</summary>
    public double InputUsdPerMillion { get; set; } = double.NaN;

    /// <summary>Output tokens, US dollars per million.</summary>
    public double OutputUsdPerMillion { get; set; } = double.NaN;

    /// <summary>Input tokens read from a prompt cache, US dollars per million.</summary>
    public double CacheReadUsdPerMillion { get; set; } = double.NaN;

    /// <summary>Input tokens written to a prompt cache, US dollars per million.</summary>
    public double CacheWriteUsdPerMillion { get; set; } = double.NaN;

    /// <summary>Reasoning tokens, where they cost something else than output tokens, US dollars per million.</summary>
    public double ReasoningUsdPerMillion { get; set; } = double.NaN;

    /// <summary>Audio input tokens, US dollars per million.</summary>
    public double AudioInputUsdPerMillion { get; set; } = double.NaN;

    /// <summary>Audio output tokens, US dollars per million.</summary>
    public double AudioOutputUsdPerMillion { get; set; } = double.NaN;

    /// <summary>Each request, US dollars.</summary>
    public double UsdPerRequest { get; set; } = double.NaN;

    /// <summary>Each image, US dollars.</summary>
    public double UsdPerImage { get; set; } = double.NaN;

    /// <summary>Each second of audio or video, US dollars.</summary>
    public double UsdPerSecond { get; set; } = double.NaN;

    /// <summary>Each web search the model makes, US dollars.</summary>
    public double UsdPerSearch { get; set; } = double.NaN;

    /// <summary>The most tokens that prompt and answer may have together; 1 or more. Not declared: unknown.</summary>
    public long ContextWindow { get; set; }

    /// <summary>The most tokens that an answer may have; 1 or more. Not declared: unknown.</summary>
    public long MaxOutputTokens { get; set; }

    /// <summary>
    /// What the model can do. Not declared: unknown, and the model is never left out for lacking something. Declared: complete.
    /// </summary>
    public ModelCapabilities Capabilities { get; set; }

    /// <summary>
    /// The space that the model's vectors lie in, by a name of your own: <c>"text-embedding-3-small/1536"</c>. Vectors of two
    /// models can be compared only where both have the same space, so that only such models can stand in for each other. Not
    /// declared: no embedding model, or unknown.
    /// </summary>
    public string? EmbeddingSpace { get; set; }
}
