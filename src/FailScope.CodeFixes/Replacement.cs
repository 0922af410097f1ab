using Microsoft.CodeAnalysis;

namespace FailScope.CodeFixes;

/// <summary>A node to change, and how; or to remove from the list that it is in.</summary>
/// <param name="Node">The node, in the document as it is.</param>
/// <param name="Rewrite">Makes the new node from the node, in which changes inside it are already made. Null removes it.</param>
internal sealed record Replacement(SyntaxNode Node, Func<SyntaxNode, SyntaxNode>? Rewrite);
