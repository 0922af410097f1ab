using FailScope.Generators.Analyzers;
using FailScope.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FailScope.CodeFixes.Use;

/// <summary>
/// Adds <c>if (failure.IsTerminal) throw;</c> before a step that follows a classified failure. Without a classified failure, it
/// excludes cancellation by the attempt's token from the handler.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class FallbackOnCancellationCodeFix() : FailScopeCodeFixProvider(DiagnosticIds.FallbackOnCancellation)
{
    private const string Title = "End the turn on cancellation";

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
                int index = clause.Block.Statements.IndexOf(statement);
                return new Replacement(Title, clause.Block, rewritten =>
                {
                    var block = (BlockSyntax)rewritten;
                    return block.WithStatements(block.Statements.Insert(index, Rethrow(failure.Identifier.Text, statement, clause)));
                });
            }
        }

        return null;
    }

    /// <summary>
    /// <c>if (failure.IsTerminal) { throw; }</c>, laid out like the handler. The formatter would write the line ends of the machine, not those of
    /// the file. Comments above the step belong to the step and stay there.
    /// </summary>
    private static StatementSyntax Rethrow(string failure, StatementSyntax step, CatchClauseSyntax handler)
    {
        string lineEnd = step.GetTrailingTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)).ToFullString();
        string indentation = IndentationOf(step.GetFirstToken());
        if (lineEnd.Length == 0 || !handler.Block.OpenBraceToken.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia))
        {
            return SyntaxFactory.ParseStatement($"if ({failure}.IsTerminal) {{ throw; }} ");
        }

        string outer = IndentationOf(handler.Block.CloseBraceToken);
        string deeper = indentation + (indentation.StartsWith(outer, StringComparison.Ordinal) ? indentation.Substring(outer.Length) : "    ");
        string brace = handler.Block.OpenBraceToken.GetPreviousToken().TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia) ? lineEnd + indentation : " ";
        return SyntaxFactory.ParseStatement($"{indentation}if ({failure}.IsTerminal){brace}{{{lineEnd}{deeper}throw;{lineEnd}{indentation}}}{lineEnd}");
    }

    private static string IndentationOf(SyntaxToken token) =>
        token.LeadingTrivia.LastOrDefault() is { RawKind: (int)SyntaxKind.WhitespaceTrivia } space ? space.ToFullString() : "";

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

        return new Replacement(Title, clause, rewritten =>
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
