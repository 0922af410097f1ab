using Microsoft.CodeAnalysis;

namespace FailScope.CodeFixes;

/// <summary>A document that is being fixed, with its syntax tree and semantic model.</summary>
internal sealed record FixedDocument(Document Document, SyntaxNode Root, SemanticModel Model)
{
    internal static async Task<FixedDocument?> ReadAsync(Document document, CancellationToken cancellationToken) =>
        await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is { } root
        && await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } model
            ? new FixedDocument(document, root, model)
            : null;
}
