namespace FailScope.Demo;

/// <summary>
/// The models that this app may call, and its chains. Everything is a property, and every reference is a
/// <c>nameof</c>. The bodies are generated, and so is <c>Models.Catalog</c>, which lists everything. Prices are list prices of
/// summer 2026, in US dollars per million tokens.
/// </summary>
/// <remarks>The other parts of this class declare the models, with one file for each provider; this part declares the chains.</remarks>
[ModelCatalog]
internal static partial class Models
{
    /// <summary>One key, priced models first and a free one last: without credit, the free one still answers.</summary>
    [FallbackChain(
        nameof(ClaudeSonnet5), nameof(Gpt56Terra), nameof(Gemini36Flash), nameof(NemotronUltraFree),
        Survives = LossOf.Credit | LossOf.Model)]
    public static partial FallbackChain Chat { get; }

    /// <summary>Three models on one key, and one at another provider in case the key is lost.</summary>
    [FallbackChain(
        nameof(ClaudeSonnet5), nameof(Gpt56Terra), nameof(Gemma31BFree), nameof(ClaudeHaiku45),
        Survives = LossOf.Credit | LossOf.Credential | LossOf.Provider | LossOf.Model)]
    public static partial FallbackChain Assistant { get; }

    /// <summary>Free models first, then priced ones.</summary>
    [FallbackChain(
        nameof(Gemma31BFree), nameof(GptOss20BFree), nameof(DeepSeekV4Flash), nameof(GroqLlama33),
        Survives = LossOf.FreeQuota | LossOf.Credit | LossOf.Credential | LossOf.Provider | LossOf.Model)]
    public static partial FallbackChain Thrifty { get; }

    /// <summary>A team's two keys on one account; the first key has a spending limit.</summary>
    [FallbackChain(
        nameof(TeamClaudeOpus5), nameof(TeamGpt54), nameof(BatchGpt54Mini), nameof(TeamGemmaFree),
        Survives = LossOf.Credit | LossOf.Credential | LossOf.Model)]
    public static partial FallbackChain Team { get; }

    /// <summary>Two keys that share one account, followed by another provider.</summary>
    [FallbackChain(
        nameof(Gpt55), nameof(Gpt54Mini), nameof(ResearchO4Mini), nameof(MistralLarge3),
        Survives = LossOf.Credit | LossOf.Credential | LossOf.Provider | LossOf.Model)]
    public static partial FallbackChain Writing { get; }

    /// <summary>Four strong models at three providers; every one of them calls tools.</summary>
    [FallbackChain(
        nameof(ClaudeOpus5), nameof(ClaudeSonnet46), nameof(KimiK26), nameof(DeepSeekV4Pro),
        Survives = LossOf.Credit | LossOf.Credential | LossOf.Provider | LossOf.Model,
        Requires = ModelCapabilities.Tools)]
    public static partial FallbackChain Coding { get; }

    /// <summary>Small context windows first, because they are cheap, then large ones.</summary>
    [FallbackChain(
        nameof(GroqGptOss120B), nameof(GroqGptOss20B), nameof(ClaudeHaiku45), nameof(ClaudeSonnet46),
        Survives = LossOf.Credit | LossOf.Credential | LossOf.Provider | LossOf.Model)]
    public static partial FallbackChain LongDocument { get; }

    /// <summary>The cheapest first; it reads no images, the others do.</summary>
    [FallbackChain(
        nameof(GroqLlama33), nameof(Grok45), nameof(KimiK25), nameof(MistralMedium35),
        Survives = LossOf.Credit | LossOf.Credential | LossOf.Provider | LossOf.Model)]
    public static partial FallbackChain Support { get; }
}
