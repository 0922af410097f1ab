namespace FailScope.Generators.Diagnostics;

/// <summary>The ids, for analyzers, code fixes and tests.</summary>
internal static partial class DiagnosticIds
{
    // Use of keys, ids, prices and states.
    internal const string ScopeKeyOfAnotherKind = "FSC3001";

    internal const string ScopeKeysNeverMatch = "FSC3002";

    internal const string ScopeKeyNeverInCollection = "FSC3003";

    internal const string ScopeKeysMixedInCollection = "FSC3004";

    internal const string HandMadeScopeKey = "FSC3005";

    internal const string FreeVariantBySubstring = "FSC3010";

    internal const string FreeVariantByCultureOrCase = "FSC3011";

    internal const string UnknownPriceReadAsZero = "FSC3020";

    internal const string OnePriceTested = "FSC3021";

    internal const string DroppedFallbackState = "FSC3030";

    internal const string FallbackOnCancellation = "FSC3031";

    internal const string ChainWithoutEmbeddingSpace = "FSC3040";
}
