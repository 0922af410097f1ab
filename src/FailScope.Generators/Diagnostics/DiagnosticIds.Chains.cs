namespace FailScope.Generators.Diagnostics;

internal static partial class DiagnosticIds
{
    // What a chain survives.
    internal const string BrokenSurvivalContract = "FSC2001";
    internal const string OneEmptyBalanceEndsChain = "FSC2002";
    internal const string OneKeyBehindChain = "FSC2003";
    internal const string OneProviderBehindChain = "FSC2004";
    internal const string OneFreeQuotaBehindChain = "FSC2005";

    // The entries of a chain.
    internal const string EmptyChain = "FSC2006";
    internal const string DuplicateInChain = "FSC2007";
    internal const string UnreachableEntry = "FSC2008";

    // Differences between the first model and later ones.
    internal const string FreeFallsBackToPriced = "FSC2009";
    internal const string SmallerContextWindow = "FSC2010";
    internal const string MissingCapability = "FSC2011";
    internal const string UndeclaredCapabilities = "FSC2012";
    internal const string DifferentEmbeddingSpaces = "FSC2015";

    // Hidden by default.
    internal const string TwoLossesEndChain = "FSC2013";
    internal const string UnstatedSurvival = "FSC2014";
}
