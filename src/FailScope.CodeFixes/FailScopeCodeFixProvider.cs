using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace FailScope.CodeFixes;

/// <summary>
/// What every fix has in common. A fix is planned before it is offered: where the code has no one right answer, nothing is
/// registered. Fix All applies the same plans, all of a document at once.
/// </summary>
public abstract class FailScopeCodeFixProvider : CodeFixProvider
{
    private readonly string _title;

    private protected FailScopeCodeFixProvider(string title, params string[] ids)
    {
        _title = title;
        FixableDiagnosticIds = ImmutableArray.Create(ids);
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() =>
        FixAllProvider.Create((context, document, diagnostics) => ApplyAsync(document, diagnostics, context.CancellationToken));

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (root is not null && model is not null && Plan(root, model, diagnostic, context.CancellationToken) is not null)
            {
                Document document = context.Document;
                context.RegisterCodeFix(
                    CodeAction.Create(
                        _title,
                        async token => await ApplyAsync(document, ImmutableArray.Create(diagnostic), token).ConfigureAwait(false) ?? document,
                        equivalenceKey: GetType().Name),
                    diagnostic);
            }
        }
    }

    /// <summary>The change that settles a diagnostic; null where there is no one right answer.</summary>
    private protected abstract Replacement? Plan(SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken);

    private async Task<Document?> ApplyAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        SemanticModel? model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
        {
            return document;
        }

        // Innermost last, so that ReplaceNodes hands an outer plan the node with its inner changes made.
        var plans = new Dictionary<SyntaxNode, Func<SyntaxNode, SyntaxNode>>();
        foreach (Diagnostic diagnostic in diagnostics)
        {
            if (Plan(root, model, diagnostic, cancellationToken) is { } plan)
            {
                plans[plan.Node] = plan.Rewrite;
            }
        }

        return document.WithSyntaxRoot(root.ReplaceNodes(plans.Keys, (original, rewritten) => plans[original](rewritten)));
    }
}
