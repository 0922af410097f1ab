using FailScope.Generators.Analyzers.Chains;
using FailScope.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FailScope.CodeFixes.Chains;

/// <summary>Adds a <c>Survives</c> with every kind of loss that the chain survives today.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UnstatedSurvivalCodeFix() : FailScopeCodeFixProvider(DiagnosticIds.UnstatedSurvival)
{
    private protected override Replacement? Plan(FixedDocument document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (document.Root.FindToken(diagnostic.Location.SourceSpan.Start).Parent is not PropertyDeclarationSyntax property
            || !diagnostic.Properties.TryGetValue(SurvivalRules.Promise, out string? promise) || promise is null
            || document.Model.Compilation.GetTypeByMetadataName("FailScope.LossOf") is not { } lossOf
            || property.AttributeLists.SelectMany(list => list.Attributes).FirstOrDefault(attribute =>
                document.Model.GetTypeInfo(attribute, cancellationToken).Type?.Name == "FallbackChainAttribute") is not { ArgumentList: { } arguments })
        {
            return null;
        }

        ExpressionSyntax type = PackageName.Of(lossOf, document, arguments.SpanStart, cancellationToken);
        ExpressionSyntax value = promise
            .Split([" | "], StringSplitOptions.None)
            .Select(flag => (ExpressionSyntax)SyntaxFactory.MemberAccessExpression(
                SyntaxKind.SimpleMemberAccessExpression,
                type,
                SyntaxFactory.IdentifierName(flag.Substring(flag.IndexOf('.') + 1))))
            .Aggregate(Or);
        AttributeArgumentSyntax survives = SyntaxFactory.AttributeArgument(
            SyntaxFactory.NameEquals(
                SyntaxFactory.IdentifierName(SurvivalRules.Promise).WithTrailingTrivia(SyntaxFactory.Space),
                SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space)),
            null,
            value);
        return new Replacement("Set Survives to the losses that the chain survives", arguments, node => SyntaxLists.Append((AttributeArgumentListSyntax)node, [survives]));
    }

    private static ExpressionSyntax Or(ExpressionSyntax left, ExpressionSyntax right) => SyntaxFactory.BinaryExpression(
        SyntaxKind.BitwiseOrExpression,
        left.WithTrailingTrivia(SyntaxFactory.Space),
        SyntaxFactory.Token(SyntaxKind.BarToken).WithTrailingTrivia(SyntaxFactory.Space),
        right);
}
