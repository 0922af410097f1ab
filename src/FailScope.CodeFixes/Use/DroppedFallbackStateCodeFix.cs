using FailScope.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FailScope.CodeFixes.Use;

/// <summary><c>state.After(kind);</c> becomes <c>state = state.After(kind);</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class DroppedFallbackStateCodeFix() : FailScopeCodeFixProvider(DiagnosticIds.DroppedFallbackState)
{
    private protected override Replacement? Plan(FixedDocument document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (document.Root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not InvocationExpressionSyntax
            {
                Parent: ExpressionStatementSyntax,
                Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "After", Expression: var receiver },
            } invocation
            || !CanBeAssigned(document.Model.GetSymbolInfo(receiver, cancellationToken).Symbol, receiver, document.Model))
        {
            return null;
        }

        return new Replacement("Assign the result", invocation, node => SyntaxFactory.AssignmentExpression(
            SyntaxKind.SimpleAssignmentExpression,
            receiver.WithTriviaFrom(node).WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space),
            ((ExpressionSyntax)node).WithoutLeadingTrivia()));
    }

    private static bool CanBeAssigned(ISymbol? symbol, ExpressionSyntax receiver, SemanticModel model) =>
        symbol switch
        {
            ILocalSymbol local => !local.IsForEach && !local.IsUsing && local.RefKind is not RefKind.RefReadOnly && !local.IsConst,
            IParameterSymbol parameter => parameter.RefKind is RefKind.None or RefKind.Ref or RefKind.Out,

            // The receiver is evaluated twice. This is safe for names and member accesses, but not for calls.
            IFieldSymbol field => !field.IsReadOnly && IsChainOfNames(receiver),
            IPropertySymbol { IsIndexer: false, SetMethod: { IsInitOnly: false } setter } =>
                IsChainOfNames(receiver) && model.IsAccessible(receiver.SpanStart, setter),
            _ => false,
        };

    private static bool IsChainOfNames(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax or ThisExpressionSyntax or BaseExpressionSyntax => true,
        MemberAccessExpressionSyntax access => IsChainOfNames(access.Expression),
        _ => false,
    };
}
