namespace FailScope.Generators.Diagnostics;

/// <summary>The ids, for analyzers, code fixes and tests.</summary>
internal static class DiagnosticIds
{
    // Use.
    internal const string DroppedFallbackState = "FSC3030";
}
