using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace FailScope.Generators.Analyzers.Catalog;

/// <summary>Collects the findings of the rules. No message contains an API key, whatever text of the catalog it quotes.</summary>
/// <param name="type">The class that the rules look at.</param>
/// <param name="report">Receives the findings.</param>
/// <param name="cancellationToken">Cancels the analysis.</param>
internal sealed class CatalogReport(INamedTypeSymbol type, Action<Diagnostic> report, CancellationToken cancellationToken)
{
    internal CancellationToken CancellationToken { get; } = cancellationToken;

    internal void Add(DiagnosticDescriptor rule, SyntaxNodeOrToken where, params object[] arguments) =>
        Add(rule, where, ImmutableDictionary<string, string?>.Empty, arguments);

    internal void Add(DiagnosticDescriptor rule, SyntaxNodeOrToken where, ImmutableDictionary<string, string?> properties, params object[] arguments)
    {
        // The compiler reports code that is incomplete.
        if (!where.Span.IsEmpty && where.GetLocation() is { } location)
        {
            report(Diagnostic.Create(rule, location, properties, [.. arguments.Select(argument => ApiKeys.Hide(argument, IsDeclared))]));
        }
    }

    private bool IsDeclared(string name) => type.Name == name || type.MemberNames.Contains(name);
}
