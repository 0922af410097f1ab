using Microsoft.CodeAnalysis;

namespace FailScope.Generators.Diagnostics;

internal static partial class Descriptors
{
    /// <summary><c>state.After(kind);</c> alone on its line.</summary>
    internal static readonly DiagnosticDescriptor DroppedFallbackState = new(
        DiagnosticIds.DroppedFallbackState,
        title: "The result of a fallback step is dropped",
        messageFormat: "'{0}' changes nothing: a FallbackState is a value, and the state to go on with is the result",
        category: Categories.Use,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "FallbackState is immutable. After(...) returns what is left; a call whose result is dropped retires no model, and the loop tries the same model again, for ever.",
        helpLinkUri: Page(DiagnosticIds.DroppedFallbackState));
}
