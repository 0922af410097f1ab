using Microsoft.CodeAnalysis;

namespace FailScope.CodeFixes;

/// <summary>A node to change or to remove from its list.</summary>
/// <param name="Node">The node in the original document.</param>
/// <param name="Rewrite">Creates the new node from the old one, in which nested changes are already made. Null removes the node.</param>
internal sealed record Replacement(SyntaxNode Node, Func<SyntaxNode, SyntaxNode>? Rewrite);
