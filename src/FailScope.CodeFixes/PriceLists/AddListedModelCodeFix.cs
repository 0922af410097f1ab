using FailScope.Generators.Analyzers.PriceLists;
using FailScope.Generators.Diagnostics;
using FailScope.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FailScope.CodeFixes.PriceLists;

/// <summary>
/// Declares a listed model that a chain names and the catalog does not declare, and makes the chain refer to it. The facts of the
/// model come from the list.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class AddListedModelCodeFix() : FailScopeCodeFixProvider(DiagnosticIds.UnknownReference)
{
    /// <inheritdoc/>
    /// <remarks>There is no Fix All, because two files of one catalog can name the same model, and each would add a member for
    /// it.</remarks>
    public override FixAllProvider? GetFixAllProvider() => null;

    private protected override Replacement? Plan(FixedDocument document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (!diagnostic.Properties.TryGetValue(ListedReference.Member, out string? name) || name is null
            || !diagnostic.Properties.TryGetValue(ListedReference.Arguments, out string? arguments) || arguments is null
            || document.Root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax reference
            || reference.FirstAncestorOrSelf<PropertyDeclarationSyntax>() is not { Parent: TypeDeclarationSyntax type } chain
            || HasCondition(type)
            || document.Model.Compilation.GetTypeByMetadataName("FailScope.Model") is not { } model
            || document.Model.Compilation.GetTypeByMetadataName("FailScope.ModelAttribute") is not { } attribute)
        {
            return null;
        }

        string typeName = PackageName.TextOf(model, document, chain.SpanStart);
        string attributeName = PackageName.TextOf(attribute, document, chain.SpanStart);
        attributeName = attributeName.Substring(0, attributeName.Length - nameof(Attribute).Length);
        string escaped = Identifiers.Escape(name);
        string access = string.Concat(chain.Modifiers.Where(modifier => SyntaxFacts.IsAccessibilityModifier(modifier.Kind())).Select(modifier => modifier.ValueText + " "));
        string lineEnd = document.Root.DescendantTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)) is { RawKind: not 0 } trivia ? trivia.ToFullString() : "\n";
        string indentation = chain.GetLeadingTrivia().LastOrDefault() is { RawKind: (int)SyntaxKind.WhitespaceTrivia } space ? space.ToFullString() : "";
        string declaration = $"{indentation}[{attributeName}({arguments})]{lineEnd}{indentation}{access}static partial {typeName} {escaped} {{ get; }}{lineEnd}";

        var path = new NodePath(type, reference);
        ExpressionSyntax nameOf = SyntaxFactory.ParseExpression($"nameof({escaped})");
        return new Replacement($"Add the model '{name}' from the price list", type, node =>
        {
            SyntaxNode old = path.Follow(node);
            var changed = (TypeDeclarationSyntax)node.ReplaceNode(old, nameOf.WithTriviaFrom(old));
            return Insert(changed, type.Members.IndexOf(chain), declaration, lineEnd);
        });
    }

    // A member inside or after an #if may be compiled or not.
    private static bool HasCondition(TypeDeclarationSyntax type) =>
        type.ContainsDirectives && type.DescendantTrivia().Any(trivia => trivia.RawKind is (int)SyntaxKind.IfDirectiveTrivia or (int)SyntaxKind.ElseDirectiveTrivia or (int)SyntaxKind.EndIfDirectiveTrivia or (int)SyntaxKind.ElifDirectiveTrivia);

    // Adds the member before the chain, separated by a blank line if the chain follows a blank line or is the first member.
    private static TypeDeclarationSyntax Insert(TypeDeclarationSyntax type, int index, string declaration, string lineEnd)
    {
        MemberDeclarationSyntax chain = type.Members[index];
        bool hasBlankLine = chain.GetLeadingTrivia().FirstOrDefault().IsKind(SyntaxKind.EndOfLineTrivia);
        bool followsOnItsLine = index > 0 && !type.Members[index - 1].GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia);
        string text = (hasBlankLine || followsOnItsLine ? lineEnd : "") + declaration + (index == 0 && !hasBlankLine ? lineEnd : "");
        return type.WithMembers(type.Members.Insert(index, SyntaxFactory.ParseMemberDeclaration(text)!));
    }
}
