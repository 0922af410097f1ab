using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace FailScope.CodeFixes;

/// <summary>Writes the name of one of the package's types as short as possible, with an import if that is safe.</summary>
internal static class PackageName
{
    private static readonly SyntaxAnnotation NeedsImport = new("FailScope.NeedsImport");

    /// <summary>The type name for a static call.</summary>
    internal static ExpressionSyntax Of(INamedTypeSymbol type, FixedDocument document, int position, CancellationToken cancellationToken)
    {
        IdentifierNameSyntax name = SyntaxFactory.IdentifierName(type.Name);
        ISymbol[] visible = Visible(type, document, position);
        if (IsOnly(type, visible))
        {
            return name;
        }

        return visible.Length == 0 && IsSafeToImport(type.ContainingNamespace, document, cancellationToken)
            ? name.WithAdditionalAnnotations(NeedsImport)
            : SyntaxFactory.ParseExpression(type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)).WithAdditionalAnnotations(Simplifier.Annotation);
    }

    /// <summary>The text of the type if no import may be added: its simple name if that is visible, otherwise the full name.</summary>
    internal static string TextOf(INamedTypeSymbol type, FixedDocument document, int position) =>
        IsOnly(type, Visible(type, document, position)) ? type.Name : type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    private static ISymbol[] Visible(INamedTypeSymbol type, FixedDocument document, int position) =>
        [.. document.Model.LookupNamespacesAndTypes(position, name: type.Name).Select(symbol => symbol is IAliasSymbol alias ? alias.Target : symbol)];

    private static bool IsOnly(INamedTypeSymbol type, ISymbol[] visible) => visible.Length == 1 && SymbolEqualityComparer.Default.Equals(visible[0], type);

    /// <summary>Adds the import that names written by <see cref="Of"/> need.</summary>
    internal static SyntaxNode AddImport(SyntaxNode root, string @namespace)
    {
        if (root is not CompilationUnitSyntax unit || !root.GetAnnotatedNodes(NeedsImport).Any())
        {
            return root;
        }

        // The line ending of the file.
        SyntaxTrivia lineEnd = root.DescendantTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        lineEnd = lineEnd.IsKind(SyntaxKind.None) ? SyntaxFactory.LineFeed : lineEnd;
        UsingDirectiveSyntax import = SyntaxFactory.UsingDirective(SyntaxFactory.ParseName(@namespace))
            .NormalizeWhitespace()
            .WithTrailingTrivia(lineEnd);

        // System first, then by name, which most projects require.
        int index = unit.Usings.TakeWhile(directive => !ComesAfter(directive, @namespace)).Count();
        if (index > 0)
        {
            return unit.WithUsings(unit.Usings.Insert(index, import));
        }

        // The license comment stays at the top of the file.
        SyntaxTriviaList header = unit.GetLeadingTrivia();
        bool hasUsings = unit.Usings.Count > 0;
        unit = unit.WithoutLeadingTrivia();
        import = hasUsings ? import : import.WithTrailingTrivia(lineEnd, lineEnd);
        return unit.WithUsings(unit.Usings.Insert(0, import.WithLeadingTrivia(header)));
    }

    private static bool ComesAfter(UsingDirectiveSyntax directive, string @namespace)
    {
        string name = directive.Name?.ToString() ?? "";
        bool isGlobal = directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword);
        bool isSystem = name == "System" || name.StartsWith("System.", StringComparison.Ordinal);
        bool isPlain = directive.Alias is null && directive.StaticKeyword.IsKind(SyntaxKind.None);
        return !isGlobal && (!isPlain || (!isSystem && string.CompareOrdinal(name, @namespace) > 0));
    }

    /// <summary>Whether importing the package's namespace leaves the meaning of all names in the file unchanged.</summary>
    private static bool IsSafeToImport(INamespaceSymbol @namespace, FixedDocument document, CancellationToken cancellationToken)
    {
        HashSet<string> names = [.. @namespace.GetTypeMembers().Where(type => type.DeclaredAccessibility == Accessibility.Public).Select(type => type.Name)];
        foreach (SyntaxNode node in document.Root.DescendantNodes())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (node is SimpleNameSyntax name && names.Contains(name.Identifier.ValueText)
                && document.Model.GetSymbolInfo(name, cancellationToken).Symbol is ITypeSymbol)
            {
                return false;
            }
        }

        return true;
    }
}
