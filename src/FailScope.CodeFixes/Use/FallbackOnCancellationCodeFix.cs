using FailScope.Generators.Analyzers;
using FailScope.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace FailScope.CodeFixes.Use;

/// <summary>
/// Adds <c>if (failure.IsTerminal) throw;</c> before a step that follows a classified failure. Without a classified failure, it
/// excludes cancellation by the attempt's token from the handler.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class FallbackOnCancellationCodeFix() : FailScopeCodeFixProvider("End the turn on cancellation", DiagnosticIds.FallbackOnCancellation)
{
    private protected override Replacement? Plan(FixedDocument document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (FailScopeTypes.ReferencedBy(document.Model.Compilation) is not { } types
            || document.Root.FindToken(diagnostic.Location.SourceSpan.Start).Parent is not CatchClauseSyntax { Parent: TryStatementSyntax attempt } clause)
        {
            return null;
        }

        return PlanRethrow(clause, document.Model, types, cancellationToken) ?? PlanFilter(clause, attempt, document.Model, cancellationToken);
    }

    private static Replacement? PlanRethrow(CatchClauseSyntax clause, SemanticModel model, FailScopeTypes types, CancellationToken cancellationToken)
    {
        foreach (StatementSyntax statement in clause.Block.Statements)
        {
            // state = state.After(failure.Kind);
            if (statement is ExpressionStatementSyntax
                {
                    Expression: AssignmentExpressionSyntax
                    {
                        Right: InvocationExpressionSyntax
                        {
                            Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "After" },
                            ArgumentList.Arguments: [{ Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Kind", Expression: IdentifierNameSyntax failure } }, ..],
                        },
                    },
                }
                && SymbolEqualityComparer.Default.Equals(model.GetTypeInfo(failure, cancellationToken).Type, types.Failure))
            {
                // Comments above the step belong to the step and stay there.
                SyntaxTriviaList lineEnd = statement.GetTrailingTrivia();
                lineEnd = lineEnd.Any(SyntaxKind.EndOfLineTrivia) ? SyntaxFactory.TriviaList(lineEnd.Last()) : SyntaxFactory.TriviaList(SyntaxFactory.ElasticMarker);
                int index = clause.Block.Statements.IndexOf(statement);
                return new Replacement(clause.Block, rewritten =>
                {
                    var block = (BlockSyntax)rewritten;
                    StatementSyntax rethrow = SyntaxFactory.ParseStatement($"if ({failure.Identifier.Text}.IsTerminal) {{ throw; }}")
                        .NormalizeWhitespace()
                        .WithLeadingTrivia(SyntaxFactory.ElasticMarker)
                        .WithTrailingTrivia(lineEnd)
                        .WithAdditionalAnnotations(Formatter.Annotation);
                    return block.WithStatements(block.Statements.Insert(index, rethrow));
                });
            }
        }

        return null;
    }

    private static Replacement? PlanFilter(CatchClauseSyntax clause, TryStatementSyntax attempt, SemanticModel model, CancellationToken cancellationToken)
    {
        string[] tokens = [.. attempt.Block.DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .Where(name => name.Parent is ArgumentSyntax
                && model.GetTypeInfo(name, cancellationToken).Type is { Name: nameof(CancellationToken) }
                && model.GetSymbolInfo(name, cancellationToken).Symbol is IParameterSymbol or IFieldSymbol or ILocalSymbol
                && model.LookupSymbols(clause.Block.SpanStart, name: name.Identifier.ValueText).Contains(model.GetSymbolInfo(name, cancellationToken).Symbol!, SymbolEqualityComparer.Default))
            .Select(name => name.Identifier.Text)
            .Distinct()];
        if (tokens is not [var token])
        {
            return null;
        }

        return new Replacement(clause, rewritten =>
        {
            var handler = (CatchClauseSyntax)rewritten;
            CatchFilterClauseSyntax filter = SyntaxFactory.CatchFilterClause(SyntaxFactory.ParseExpression($"!{token}.IsCancellationRequested")).NormalizeWhitespace();

            // The line ends after the filter now.
            SyntaxToken last = handler.Declaration?.GetLastToken() ?? handler.CatchKeyword;
            filter = filter.WithTrailingTrivia(last.TrailingTrivia).WithLeadingTrivia(SyntaxFactory.Space);
            handler = handler.ReplaceToken(last, last.WithTrailingTrivia());
            return handler.WithFilter(filter);
        });
    }
}
