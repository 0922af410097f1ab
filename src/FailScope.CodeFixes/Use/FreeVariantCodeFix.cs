using FailScope.Generators.Analyzers;
using FailScope.Generators.Analyzers.Use.FreeVariants;
using FailScope.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FailScope.CodeFixes.Use;

/// <summary><c>id.Contains(":free")</c> becomes <c>ModelId.IsFreeVariant(id)</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class FreeVariantCodeFix()
    : FailScopeCodeFixProvider(DiagnosticIds.FreeVariantBySubstring, DiagnosticIds.FreeVariantByCultureOrCase)
{
    private protected override Replacement? Plan(FixedDocument document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        SemanticModel model = document.Model;
        if (FailScopeTypes.ReferencedBy(model.Compilation)?.ModelId is not { } modelId
            || FreeVariantFinder.Find(model, cancellationToken).FirstOrDefault(test => test.Location.SourceSpan == diagnostic.Location.SourceSpan)
                is not { Call: { } call, Id: { } id } test
            || !IsHarmlessToDrop(call, id, model, cancellationToken)
            || FreeVariantQuestion.Of(call, test.Answer, model, cancellationToken) is not { } question)
        {
            return null;
        }

        // For a?.Id.Contains(…), the id expression is created and is not part of the tree.
        var toCall = new NodePath(question.Node, call);
        NodePath? toId = call is ConditionalAccessExpressionSyntax ? null : new NodePath(question.Node, Bare(id, model, cancellationToken));
        ExpressionSyntax receiver = PackageName.Of(modelId, document, call.SpanStart, cancellationToken);
        return new Replacement("Use ModelId.IsFreeVariant", question.Node, rewritten =>
        {
            var bare = (ExpressionSyntax)(toId is not null
                ? toId.Follow(rewritten)
                : WithoutCaseChange(ConditionalCalls.IdOf((ConditionalAccessExpressionSyntax)toCall.Follow(rewritten))!));
            ExpressionSyntax right = SyntaxFactory.InvocationExpression(
                SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, receiver, SyntaxFactory.IdentifierName("IsFreeVariant")),
                SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(bare.WithoutTrivia()))));
            return (question.IsNegated ? SyntaxFactory.PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, right) : right).WithTriviaFrom(rewritten);
        });
    }

    /// <summary>Whether a call can be replaced without losing anything but the id: no side effects, no start index.</summary>
    private static bool IsHarmlessToDrop(ExpressionSyntax call, ExpressionSyntax id, SemanticModel model, CancellationToken cancellationToken)
    {
        bool isInTree = id.SyntaxTree == call.SyntaxTree && call.Span.Contains(id.Span);
        if (isInTree && !IsText(model.GetTypeInfo(id, cancellationToken).Type))
        {
            return false;
        }

        if (!isInTree && call is not ConditionalAccessExpressionSyntax)
        {
            return false;
        }

        foreach (SyntaxNode node in call.DescendantNodes(node => node != id))
        {
            switch (node)
            {
                case AssignmentExpressionSyntax or AwaitExpressionSyntax or BaseObjectCreationExpressionSyntax
                    or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression }
                    or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression }:
                    if (node != id && isInTree)
                    {
                        return false;
                    }

                    break;
                case ArgumentSyntax { Expression: var argument } when model.GetTypeInfo(argument, cancellationToken).Type?.SpecialType == SpecialType.System_Int32:
                    return false;
            }
        }

        return true;
    }

    /// <summary>The id without conversions that were needed only for the comparison.</summary>
    private static ExpressionSyntax Bare(ExpressionSyntax id, SemanticModel model, CancellationToken cancellationToken)
    {
        while (true)
        {
            ExpressionSyntax bare = WithoutCaseChange(id);
            if (bare is InvocationExpressionSyntax
                {
                    ArgumentList.Arguments.Count: 0,
                    Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AsSpan", Expression: var text },
                }
                && model.GetTypeInfo(text, cancellationToken).Type?.SpecialType == SpecialType.System_String)
            {
                bare = text;
            }

            if (bare == id)
            {
                return id;
            }

            id = bare;
        }
    }

    private static ExpressionSyntax WithoutCaseChange(ExpressionSyntax id)
    {
        while (true)
        {
            switch (id)
            {
                case ParenthesizedExpressionSyntax parenthesized:
                    id = parenthesized.Expression;
                    break;
                case InvocationExpressionSyntax
                {
                    ArgumentList.Arguments.Count: 0,
                    Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToLower" or "ToLowerInvariant" or "ToUpper" or "ToUpperInvariant", Expression: var text },
                }:
                    id = text;
                    break;
                default:
                    return id;
            }
        }
    }

    private static bool IsText(ITypeSymbol? type) =>
        type is { SpecialType: SpecialType.System_String }
            or INamedTypeSymbol { Name: "ReadOnlySpan" or "Span", TypeArguments: [{ SpecialType: SpecialType.System_Char }] };
}
