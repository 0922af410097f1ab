using Microsoft.CodeAnalysis;

namespace FailScope.Generators.Diagnostics;

internal static partial class Descriptors
{
    /// <summary>A broken <c>Survives</c>.</summary>
    internal static readonly DiagnosticDescriptor BrokenSurvivalContract = new(
        DiagnosticIds.BrokenSurvivalContract,
        title: "A chain does not survive what it promises to",
        messageFormat: "{0}; when {1}, none remains. Add {2}.",
        category: Categories.Chains,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Survives is a contract: after any one loss of the stated kinds, at least one model of the chain must remain. The message names the account, key, provider or model whose loss empties the chain.",
        helpLinkUri: Page(DiagnosticIds.BrokenSurvivalContract));

    /// <summary>Every model priced, and on one account.</summary>
    internal static readonly DiagnosticDescriptor OneEmptyBalanceEndsChain = new(
        DiagnosticIds.OneEmptyBalanceEndsChain,
        title: "One empty balance ends the chain",
        messageFormat: "{0}; when {1}, none remains. Add {2}.",
        category: Categories.Chains,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "When the account is out of credit, every model of the chain fails, although the chain looks like several models to fall back to. Survives says what is meant: with LossOf.Credit the build holds the chain to it, with anything else this warning is silent.",
        helpLinkUri: Page(DiagnosticIds.OneEmptyBalanceEndsChain));

    /// <summary>Every model through one credential.</summary>
    internal static readonly DiagnosticDescriptor OneKeyBehindChain = new(
        DiagnosticIds.OneKeyBehindChain,
        title: "One key is behind every model of the chain",
        messageFormat: "{0}; when {1}, none remains. Add {2}.",
        category: Categories.Chains,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A key that is refused takes every model on it away, free ones included. Survives says what is meant.",
        helpLinkUri: Page(DiagnosticIds.OneKeyBehindChain));

    /// <summary>Every model at one provider.</summary>
    internal static readonly DiagnosticDescriptor OneProviderBehindChain = new(
        DiagnosticIds.OneProviderBehindChain,
        title: "One provider is behind every model of the chain",
        messageFormat: "{0}; when {1}, none remains. Add {2}.",
        category: Categories.Chains,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A provider that cannot be reached takes every model there away. Survives says what is meant.",
        helpLinkUri: Page(DiagnosticIds.OneProviderBehindChain));

    /// <summary>Every model free, and on one account.</summary>
    internal static readonly DiagnosticDescriptor OneFreeQuotaBehindChain = new(
        DiagnosticIds.OneFreeQuotaBehindChain,
        title: "One allowance of free requests is behind every model of the chain",
        messageFormat: "{0}; when {1}, none remains. Add {2}.",
        category: Categories.Chains,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Providers allow an account so many free requests a day, over all of its free models together. Survives says what is meant.",
        helpLinkUri: Page(DiagnosticIds.OneFreeQuotaBehindChain));

    /// <summary><c>[FallbackChain]</c> with no argument.</summary>
    internal static readonly DiagnosticDescriptor EmptyChain = new(
        DiagnosticIds.EmptyChain,
        title: "A chain without a model",
        messageFormat: "Chain '{0}' lists no model",
        category: Categories.Chains,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A fallback chain lists at least one model, in the order in which they are tried.",
        helpLinkUri: Page(DiagnosticIds.EmptyChain));

    /// <summary>The second is never tried.</summary>
    internal static readonly DiagnosticDescriptor DuplicateInChain = new(
        DiagnosticIds.DuplicateInChain,
        title: "A model is listed twice in one chain",
        messageFormat: "Chain '{0}' lists '{1}' twice: the second is never tried",
        category: Categories.Chains,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A model that failed is out for the rest of the turn, so a second place in the same chain is never reached.",
        helpLinkUri: Page(DiagnosticIds.DuplicateInChain));

    /// <summary>The same model further up, under another name.</summary>
    internal static readonly DiagnosticDescriptor UnreachableEntry = new(
        DiagnosticIds.UnreachableEntry,
        title: "An entry that can never answer",
        messageFormat: "In chain '{0}', '{1}' can never answer: '{2}' above it is the same model through the same credential, and whatever makes that one fail makes this one fail",
        category: Categories.Chains,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "An entry of a chain is worth its place if something can make every earlier entry fail and leave it answering. Only an earlier entry that needs nothing that this one does not need rules that out: the same id through the same credential, with the same facts declared.",
        helpLinkUri: Page(DiagnosticIds.UnreachableEntry));

    /// <summary>A free first choice, and a priced one behind it.</summary>
    internal static readonly DiagnosticDescriptor FreeFallsBackToPriced = new(
        DiagnosticIds.FreeFallsBackToPriced,
        title: "A chain that begins free falls back to spending",
        messageFormat: "Chain '{0}' begins with the free model '{1}' and falls back to '{2}', which costs money",
        category: Categories.Chains,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "When the free model is busy or its daily allowance is used up, which is when there is much traffic, every request is paid for.",
        helpLinkUri: Page(DiagnosticIds.FreeFallsBackToPriced));

    /// <summary>A prompt that fits the first model may not fit this one.</summary>
    internal static readonly DiagnosticDescriptor SmallerContextWindow = new(
        DiagnosticIds.SmallerContextWindow,
        title: "A smaller context window than the first choice's",
        messageFormat: "'{1}' reads {2} tokens and the first choice of chain '{0}', '{3}', reads {4}: a prompt between the two has no fallback here",
        category: Categories.Chains,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A prompt that fits the first choice may be too long for a later one. The call then fails with a context length error, and the entry does not help.",
        helpLinkUri: Page(DiagnosticIds.SmallerContextWindow));

    /// <summary>A declared capability is missing.</summary>
    internal static readonly DiagnosticDescriptor MissingCapability = new(
        DiagnosticIds.MissingCapability,
        title: "A model lacks what its chain requires",
        messageFormat: "'{1}' lacks {2}, which chain '{0}' requires",
        category: Categories.Chains,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Requires says what every model of the chain must be able to do. A model that declares its capabilities declares all of them, so what is not among them it cannot do.",
        helpLinkUri: Page(DiagnosticIds.MissingCapability));

    /// <summary>Nothing is known of what it can do.</summary>
    internal static readonly DiagnosticDescriptor UndeclaredCapabilities = new(
        DiagnosticIds.UndeclaredCapabilities,
        title: "A model of a chain with requirements declares no capabilities",
        messageFormat: "'{1}' declares no capabilities, so nothing tells whether it has {2}, which chain '{0}' requires",
        category: Categories.Chains,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Requires is checked against what models declare. A model that declares nothing is taken to be able to do everything, at build time and at run time.",
        helpLinkUri: Page(DiagnosticIds.UndeclaredCapabilities));

    /// <summary>Vectors that cannot be compared.</summary>
    internal static readonly DiagnosticDescriptor DifferentEmbeddingSpaces = new(
        DiagnosticIds.DifferentEmbeddingSpaces,
        title: "Models of one chain embed into different spaces",
        messageFormat: "'{1}' of chain '{0}' {2}, but '{3}' embeds into '{4}': vectors of different spaces cannot be compared, so neither model can stand in for the other",
        category: Categories.Chains,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A fallback into another space fills an index with vectors that match nothing, or searches it with one that does not. No call fails, and nobody sees it.",
        helpLinkUri: Page(DiagnosticIds.DifferentEmbeddingSpaces));

    /// <summary>Pairs of losses that leave nothing.</summary>
    internal static readonly DiagnosticDescriptor TwoLossesEndChain = new(
        DiagnosticIds.TwoLossesEndChain,
        title: "Two losses together end the chain",
        messageFormat: "Nothing of chain '{0}' remains after two losses at once: {1}",
        category: Categories.Chains,
        defaultSeverity: DiagnosticSeverity.Hidden,
        isEnabledByDefault: true,
        description: "A chain that survives every single loss still ends when two things are lost at once. Raise the severity of this rule to see which. Pairs with a single model in them are left out, and so is a chain that one loss ends.",
        helpLinkUri: Page(DiagnosticIds.TwoLossesEndChain));

    /// <summary>A <c>Survives</c> that would hold.</summary>
    internal static readonly DiagnosticDescriptor UnstatedSurvival = new(
        DiagnosticIds.UnstatedSurvival,
        title: "A chain survives more than it promises",
        messageFormat: "Chain '{0}' survives the loss of any one {1}; 'Survives = {2}' would hold it to that",
        category: Categories.Chains,
        defaultSeverity: DiagnosticSeverity.Hidden,
        isEnabledByDefault: true,
        description: "A chain that survives an outage today may no longer do so after the next edit. Survives makes the build fail then.",
        helpLinkUri: Page(DiagnosticIds.UnstatedSurvival));
}
