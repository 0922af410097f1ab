namespace FailScope.Generators.Diagnostics;

/// <summary>The ids, for analyzers, code fixes and tests.</summary>
internal static partial class DiagnosticIds
{
    // Use.
    internal const string FreeVariantBySubstring = "FSC3010";

    internal const string FreeVariantByCultureOrCase = "FSC3011";

    internal const string DroppedFallbackState = "FSC3030";
}
