using Microsoft.CodeAnalysis;

namespace FailScope.CodeFixes;

/// <summary>A node to change or to remove from its list.</summary>
/// <param name="Title">What the editor offers.</param>
/// <param name="Node">The node in the original document.</param>
/// <param name="Rewrite">Creates the new node from the old one, in which nested changes are already made. Null removes the node.</param>
internal sealed record Replacement(string Title, SyntaxNode Node, Func<SyntaxNode, SyntaxNode>? Rewrite);
