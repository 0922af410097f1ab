using Microsoft.CodeAnalysis;

namespace FailScope.CodeFixes;

/// <summary>The path from a node to a descendant, to find the descendant again after a change below it.</summary>
internal sealed class NodePath
{
    private readonly Stack<int> _steps = new();

    internal NodePath(SyntaxNode from, SyntaxNode to)
    {
        for (SyntaxNode node = to; node != from; node = node.Parent!)
        {
            _steps.Push(node.Parent!.ChildNodes().TakeWhile(sibling => sibling != node).Count());
        }
    }

    internal SyntaxNode Follow(SyntaxNode from) => _steps.Aggregate(from, (node, step) => node.ChildNodes().ElementAt(step));
}
