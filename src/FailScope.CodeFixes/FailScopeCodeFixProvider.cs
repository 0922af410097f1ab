using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FailScope.CodeFixes;

/// <summary>
/// The base of all fixes. A fix is planned before it is offered: if there is no single correct change, no fix is registered. Fix
/// All applies the same plans, for a whole document at once.
/// </summary>
/// <remarks>
/// No fix has the attribute <c>[Shared]</c>. Editors create the fixes of a package through their constructors, and the attribute
/// would tie the assembly to one version of System.Composition, while editors use different versions.
/// </remarks>
public abstract class FailScopeCodeFixProvider : CodeFixProvider
{
    private protected FailScopeCodeFixProvider(params string[] ids) => FixableDiagnosticIds = ImmutableArray.Create(ids);

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() =>
        FixAllProvider.Create(async (context, document, diagnostics) => await ApplyAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await FixedDocument.ReadAsync(context.Document, context.CancellationToken).ConfigureAwait(false) is not { } document)
        {
            return;
        }

        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (PlanSafely(document, diagnostic, context.CancellationToken) is { } plan)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        plan.Title,
                        token => ApplyAsync(document.Document, ImmutableArray.Create(diagnostic), token),
                        equivalenceKey: GetType().Name),
                    diagnostic);
            }
        }
    }

    /// <summary>The change that fixes a diagnostic; null if there is no single correct change.</summary>
    private protected abstract Replacement? Plan(FixedDocument document, Diagnostic diagnostic, CancellationToken cancellationToken);

    /// <summary>Rejects a change that would remove a part of an <c>#if</c> block.</summary>
    private Replacement? PlanSafely(FixedDocument document, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        Plan(document, diagnostic, cancellationToken) is { } plan && !(plan.Rewrite is null ? HasDirectiveAround(plan.Node) : HasDirectiveInside(plan.Node)) ? plan : null;

    // A declaration keeps its contents, so only its own tokens are checked; an expression is replaced as a whole.
    private static bool HasDirectiveInside(SyntaxNode node) =>
        node is ExpressionSyntax { ContainsDirectives: true } && node.DescendantTrivia().Any(trivia => trivia.IsDirective && trivia.SpanStart > node.SpanStart);

    // The separator before or after the node is removed with it.
    private static bool HasDirectiveAround(SyntaxNode node) =>
        node.ContainsDirectives
        || node.GetFirstToken().GetPreviousToken().LeadingTrivia.Any(trivia => trivia.IsDirective)
        || node.GetLastToken().GetNextToken().LeadingTrivia.Any(trivia => trivia.IsDirective);

    private async Task<Document> ApplyAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        if (await FixedDocument.ReadAsync(document, cancellationToken).ConfigureAwait(false) is not { } read)
        {
            return document;
        }

        var plans = new Dictionary<SyntaxNode, Func<SyntaxNode, SyntaxNode>?>();
        foreach (Diagnostic diagnostic in diagnostics)
        {
            if (PlanSafely(read, diagnostic, cancellationToken) is { } plan)
            {
                plans[plan.Node] = plan.Rewrite;
            }
        }

        var removed = new SyntaxAnnotation();
        SyntaxNode root = read.Root.ReplaceNodes(
            plans.Keys,
            (original, rewritten) => plans[original] is { } rewrite ? Rewrite(rewritten, rewrite) : rewritten.WithAdditionalAnnotations(removed));
        root = root.ReplaceNodes(
            root.GetAnnotatedNodes(removed).Select(node => node.Parent!).Distinct(),
            (_, list) => SyntaxLists.Remove(list, item => item.HasAnnotation(removed)));
        return document.WithSyntaxRoot(PackageName.AddImport(root, nameof(FailScope)));
    }

    // In an argument list, the comments of removed arguments are removed too.
    private static SyntaxNode Rewrite(SyntaxNode node, Func<SyntaxNode, SyntaxNode> rewrite) =>
        node is AttributeArgumentListSyntax ? rewrite(node) : Comments.Keep(node, rewrite(node));
}
