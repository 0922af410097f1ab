using Microsoft.CodeAnalysis;

namespace FailScope.Generators.Diagnostics;

internal static partial class Descriptors
{
    /// <summary><c>id.Contains(":free")</c>.</summary>
    internal static readonly DiagnosticDescriptor FreeVariantBySubstring = new(
        DiagnosticIds.FreeVariantBySubstring,
        title: "A free variant is told by a substring",
        messageFormat: "'{0}' also finds ':free' inside a model id that costs money, as in 'x:freedom' or 'x:free:online'; use ModelId.IsFreeVariant",
        category: Categories.Use,
        defaultSeverity: DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Only the last segment of a model id names its variant. A search for ':free' anywhere in the id takes 'vendor/model:freedom' and 'vendor/model:free:online' for free, and bills somebody.",
        helpLinkUri: Page(DiagnosticIds.FreeVariantBySubstring));

    /// <summary><c>id.EndsWith(":free")</c>.</summary>
    internal static readonly DiagnosticDescriptor FreeVariantByCultureOrCase = new(
        DiagnosticIds.FreeVariantByCultureOrCase,
        title: "A test for a free variant depends on culture or case",
        messageFormat: "'{0}' {1}; use ModelId.IsFreeVariant",
        category: Categories.Use,
        defaultSeverity: DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A model id is no text of a language: its variant is compared by ordinal value, in any case.",
        helpLinkUri: Page(DiagnosticIds.FreeVariantByCultureOrCase));

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
