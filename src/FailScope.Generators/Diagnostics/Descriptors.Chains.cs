using Microsoft.CodeAnalysis;

namespace FailScope.Generators.Diagnostics;

internal static partial class Descriptors
{
    /// <summary>A broken <c>Survives</c>.</summary>
    internal static readonly DiagnosticDescriptor BrokenSurvivalContract = new(
        DiagnosticIds.BrokenSurvivalContract,
        title: "Chain does not survive a loss that Survives promises",
        messageFormat: "{0}, so no model is left when {1}. Add {2}.",
        category: Categories.Chains,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Survives is a contract: after any one loss of the stated kinds, at least one model of the chain must be left. The message names the account, key, provider or model whose loss ends the chain.",
        helpLinkUri: Page(DiagnosticIds.BrokenSurvivalContract));

    /// <summary>Every model is priced and on one account.</summary>
    internal static readonly DiagnosticDescriptor OneEmptyBalanceEndsChain = new(
        DiagnosticIds.OneEmptyBalanceEndsChain,
        title: "All models of the chain need the credit of one account",
        messageFormat: "{0}, so no model is left when {1}. Add {2}.",
        category: Categories.Chains,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "When the account is out of credit, every model of the chain fails. Set Survives to state what is intended: with LossOf.Credit, the build requires the chain to survive this; any other value turns off this warning for the chain.",
        helpLinkUri: Page(DiagnosticIds.OneEmptyBalanceEndsChain));

    /// <summary>Every model uses one credential.</summary>
    internal static readonly DiagnosticDescriptor OneKeyBehindChain = new(
        DiagnosticIds.OneKeyBehindChain,
        title: "All models of the chain use one key",
        messageFormat: "{0}, so no model is left when {1}. Add {2}.",
        category: Categories.Chains,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "When the key is refused, every model that uses it fails, including free models. Set Survives to state what is intended; any value turns off this rule for the chain.",
        helpLinkUri: Page(DiagnosticIds.OneKeyBehindChain));

    /// <summary>Every model is at one provider.</summary>
    internal static readonly DiagnosticDescriptor OneProviderBehindChain = new(
        DiagnosticIds.OneProviderBehindChain,
        title: "All models of the chain are at one provider",
        messageFormat: "{0}, so no model is left when {1}. Add {2}.",
        category: Categories.Chains,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "When the provider cannot be reached, all of its models fail. Set Survives to state what is intended; any value turns off this rule for the chain.",
        helpLinkUri: Page(DiagnosticIds.OneProviderBehindChain));

    /// <summary>Every model is free and on one account.</summary>
    internal static readonly DiagnosticDescriptor OneFreeQuotaBehindChain = new(
        DiagnosticIds.OneFreeQuotaBehindChain,
        title: "All models of the chain share one free quota",
        messageFormat: "{0}, so no model is left when {1}. Add {2}.",
        category: Categories.Chains,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Providers limit the free requests of an account per day, counted over all of its free models. Set Survives to state what is intended; any value turns off this rule for the chain.",
        helpLinkUri: Page(DiagnosticIds.OneFreeQuotaBehindChain));

    /// <summary><c>[FallbackChain]</c> with no argument.</summary>
    internal static readonly DiagnosticDescriptor EmptyChain = new(
        DiagnosticIds.EmptyChain,
        title: "Chain lists no models",
        messageFormat: "Chain '{0}' lists no models",
        category: Categories.Chains,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A fallback chain must list at least one model. Models are tried in the order in which they are listed.",
        helpLinkUri: Page(DiagnosticIds.EmptyChain));

    /// <summary>A repeated model, which is never tried.</summary>
    internal static readonly DiagnosticDescriptor DuplicateInChain = new(
        DiagnosticIds.DuplicateInChain,
        title: "Chain lists a model twice",
        messageFormat: "Chain '{0}' lists '{1}' twice, but the second entry is never tried",
        category: Categories.Chains,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A model that failed is not tried again in the same turn, so a second entry for it is never reached.",
        helpLinkUri: Page(DiagnosticIds.DuplicateInChain));

    /// <summary>The same model, listed earlier under another name.</summary>
    internal static readonly DiagnosticDescriptor UnreachableEntry = new(
        DiagnosticIds.UnreachableEntry,
        title: "Chain entry can never answer",
        messageFormat: "'{1}' in chain '{0}' can never answer: it is the same model through the same credential as '{2}' before it, so it fails whenever '{2}' fails",
        category: Categories.Chains,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "An entry is useful only if it can answer after all earlier entries have failed. An earlier entry with the same id, the same credential and the same declared facts rules this out, because both entries depend on the same things.",
        helpLinkUri: Page(DiagnosticIds.UnreachableEntry));

    /// <summary>A free first choice followed by a priced model.</summary>
    internal static readonly DiagnosticDescriptor FreeFallsBackToPriced = new(
        DiagnosticIds.FreeFallsBackToPriced,
        title: "Chain with a free first model falls back to a priced model",
        messageFormat: "Chain '{0}' starts with the free model '{1}' and falls back to '{2}', which costs money",
        category: Categories.Chains,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "When the free model is overloaded or its daily free quota is used up, every request costs money. This happens when traffic is high.",
        helpLinkUri: Page(DiagnosticIds.FreeFallsBackToPriced));

    /// <summary>A prompt that fits the first model may not fit this one.</summary>
    internal static readonly DiagnosticDescriptor SmallerContextWindow = new(
        DiagnosticIds.SmallerContextWindow,
        title: "Context window is smaller than that of the first model",
        messageFormat: "'{1}' has a context window of {2} tokens, but '{3}', the first model of chain '{0}', has {4}, so a longer prompt cannot fall back to '{1}'",
        category: Categories.Chains,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A prompt that fits the first model may be too long for a later one. The later model then fails with a context length error.",
        helpLinkUri: Page(DiagnosticIds.SmallerContextWindow));

    /// <summary>A declared capability is missing.</summary>
    internal static readonly DiagnosticDescriptor MissingCapability = new(
        DiagnosticIds.MissingCapability,
        title: "Model lacks a capability that its chain requires",
        messageFormat: "'{1}' lacks {2}, which chain '{0}' requires",
        category: Categories.Chains,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Requires lists the capabilities that every model of the chain must have. A model that declares Capabilities declares all of them: it cannot do anything that is not in the list.",
        helpLinkUri: Page(DiagnosticIds.MissingCapability));

    /// <summary>A model without declared capabilities.</summary>
    internal static readonly DiagnosticDescriptor UndeclaredCapabilities = new(
        DiagnosticIds.UndeclaredCapabilities,
        title: "Model in a chain with Requires declares no capabilities",
        messageFormat: "'{1}' declares no capabilities, so FailScope cannot check whether it has {2}, which chain '{0}' requires",
        category: Categories.Chains,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Requires is checked against declared capabilities. A model that declares none is assumed to have every capability, at build time and at run time.",
        helpLinkUri: Page(DiagnosticIds.UndeclaredCapabilities));

    /// <summary>Vectors that cannot be compared.</summary>
    internal static readonly DiagnosticDescriptor DifferentEmbeddingSpaces = new(
        DiagnosticIds.DifferentEmbeddingSpaces,
        title: "Models of one chain use different embedding spaces",
        messageFormat: "'{1}' of chain '{0}' {2}, but '{3}' uses the embedding space '{4}', and vectors of different spaces cannot be compared",
        category: Categories.Chains,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A fallback to a model with another embedding space adds vectors to an index that match nothing there, or searches an index with such a vector. No call fails, so the error is hard to notice.",
        helpLinkUri: Page(DiagnosticIds.DifferentEmbeddingSpaces));

    /// <summary>Pairs of losses that leave no model.</summary>
    internal static readonly DiagnosticDescriptor TwoLossesEndChain = new(
        DiagnosticIds.TwoLossesEndChain,
        title: "Two losses together end the chain",
        messageFormat: "No model of chain '{0}' is left after two losses together: {1}",
        category: Categories.Chains,
        defaultSeverity: DiagnosticSeverity.Hidden,
        isEnabledByDefault: true,
        description: "A chain that survives every single loss can still end when two losses occur together. Raise the severity of this rule to see which. Pairs that include a single model are not reported, and neither are chains that one loss ends.",
        helpLinkUri: Page(DiagnosticIds.TwoLossesEndChain));

    /// <summary>A chain that could set <c>Survives</c>.</summary>
    internal static readonly DiagnosticDescriptor UnstatedSurvival = new(
        DiagnosticIds.UnstatedSurvival,
        title: "Chain survives losses but does not set Survives",
        messageFormat: "Chain '{0}' survives the loss of any one of these: {1}; set 'Survives = {2}' to enforce this",
        category: Categories.Chains,
        defaultSeverity: DiagnosticSeverity.Hidden,
        isEnabledByDefault: true,
        description: "A chain that survives an outage today may not survive it after the next edit. With Survives, the build then fails.",
        helpLinkUri: Page(DiagnosticIds.UnstatedSurvival));
}
