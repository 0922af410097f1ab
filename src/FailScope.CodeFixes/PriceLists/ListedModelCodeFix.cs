using FailScope.Generators.Analyzers.PriceLists;
using FailScope.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FailScope.CodeFixes.PriceLists;

/// <summary>
/// Adds listed values that are not declared. If the model is declared as free, it first removes <c>Free = true</c> and prices
/// that differ from the listed ones.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class ListedModelCodeFix()
    : FailScopeCodeFixProvider("Declare the values from the price list", DiagnosticIds.UndeclaredPrice, DiagnosticIds.FreeButListedWithPrice)
{
    private protected override Replacement? Plan(FixedDocument document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        // Declaring a price does not help for an id that ends in ":free".
        if (!diagnostic.Properties.TryGetValue(ListedArguments.Missing, out string? missing) || missing is null
            || document.Root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<AttributeSyntax>() is not { ArgumentList: { } arguments }
            || (diagnostic.Id == DiagnosticIds.FreeButListedWithPrice && !arguments.Arguments.Any(argument => argument.Span.IntersectsWith(diagnostic.Location.SourceSpan) && argument.NameEquals is not null)))
        {
            return null;
        }

        bool saysFree = diagnostic.Id == DiagnosticIds.FreeButListedWithPrice;
        (string Name, string Value)[] listed = [.. missing.Split('\n').Select(line => Split(line, arguments, document))];
        return listed.All(argument => argument.Name.Length > 0) && listed.Length > 0
            ? new Replacement(arguments, node => Complete((AttributeArgumentListSyntax)node, listed, saysFree))
            : null;
    }

    private static (string Name, string Value) Split(string line, SyntaxNode place, FixedDocument document)
    {
        int equals = line.IndexOf(" = ", StringComparison.Ordinal);
        if (equals < 0)
        {
            return ("", "");
        }

        string name = line.Substring(0, equals);
        string value = line.Substring(equals + 3);
        return (name, name == "Capabilities" ? ListedSyntax.Qualify(value, place, document) : value);
    }

    private static AttributeArgumentListSyntax Complete(AttributeArgumentListSyntax arguments, (string Name, string Value)[] listed, bool saysFree)
    {
        var kept = new List<AttributeArgumentSyntax>();
        foreach (AttributeArgumentSyntax argument in arguments.Arguments)
        {
            if (!saysFree || !ListedSyntax.Sets(argument, "Free"))
            {
                kept.Add(saysFree && listed.FirstOrDefault(one => one.Name.Contains("Usd") && ListedSyntax.Sets(argument, one.Name)) is { Name: not null } price
                    ? argument.WithExpression(SyntaxFactory.ParseExpression(price.Value).WithTriviaFrom(argument.Expression))
                    : argument);
            }
        }

        foreach ((string name, string value) in listed)
        {
            if (!kept.Any(argument => ListedSyntax.Sets(argument, name)))
            {
                kept.Add(SyntaxFactory.AttributeArgument(
                    SyntaxFactory.NameEquals(SyntaxFactory.IdentifierName(name).WithTrailingTrivia(SyntaxFactory.Space), SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space)),
                    null,
                    SyntaxFactory.ParseExpression(value)));
            }
        }

        // Keeps the existing separators, and adds similar ones for the new arguments.
        SyntaxToken comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
        IEnumerable<SyntaxToken> separators = Enumerable.Range(0, kept.Count - 1)
            .Select(i => i < arguments.Arguments.SeparatorCount && kept.Count >= arguments.Arguments.Count ? arguments.Arguments.GetSeparator(i) : comma);
        return arguments.WithArguments(SyntaxFactory.SeparatedList(kept, separators));
    }
}
