using Microsoft.CodeAnalysis;

namespace FailScope.CodeFixes;

/// <summary>The way from a node down to one inside it, to find the same one again after something below it has changed.</summary>
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
