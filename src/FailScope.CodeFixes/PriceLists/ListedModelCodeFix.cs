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
    : FailScopeCodeFixProvider(DiagnosticIds.UndeclaredPrice, DiagnosticIds.FreeButListedWithPrice)
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
            ? new Replacement("Declare the values from the price list", arguments, node => Complete((AttributeArgumentListSyntax)node, listed, saysFree))
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
        if (saysFree)
        {
            // A price of 0 is replaced where it is.
            arguments = arguments.ReplaceNodes(
                arguments.Arguments.Where(argument => listed.Any(one => IsPriceOf(argument, one.Name))),
                (_, argument) => argument.WithExpression(
                    SyntaxFactory.ParseExpression(listed.First(one => IsPriceOf(argument, one.Name)).Value).WithTriviaFrom(argument.Expression)));
            arguments = (AttributeArgumentListSyntax)SyntaxLists.Remove(arguments, argument => ListedSyntax.Sets((AttributeArgumentSyntax)argument, "Free"));
        }

        AttributeArgumentSyntax[] missing = [.. listed
            .Where(one => !arguments.Arguments.Any(argument => ListedSyntax.Sets(argument, one.Name)))
            .Select(one => SyntaxFactory.AttributeArgument(
                SyntaxFactory.NameEquals(SyntaxFactory.IdentifierName(one.Name).WithTrailingTrivia(SyntaxFactory.Space), SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space)),
                null,
                SyntaxFactory.ParseExpression(one.Value)))];
        return missing.Length == 0 ? arguments : SyntaxLists.Append(arguments, missing);
    }

    private static bool IsPriceOf(AttributeArgumentSyntax argument, string name) => name.Contains("Usd") && ListedSyntax.Sets(argument, name);
}
