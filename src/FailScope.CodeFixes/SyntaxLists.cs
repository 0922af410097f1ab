using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FailScope.CodeFixes;

/// <summary>Adds to and removes from lists with commas, so that line breaks and the comments of other items stay where they are.</summary>
internal static class SyntaxLists
{
    /// <summary>Removes items of an attribute's arguments, an array or a collection expression, with the comments of these items.</summary>
    internal static SyntaxNode Remove(SyntaxNode parent, Func<SyntaxNode, bool> isRemoved) => parent switch
    {
        AttributeArgumentListSyntax list => list.WithArguments(Without(list.Arguments, isRemoved)),
        InitializerExpressionSyntax list => list.WithExpressions(Without(list.Expressions, isRemoved)),
        CollectionExpressionSyntax list => list.WithElements(Without(list.Elements, isRemoved)),
        _ => throw new ArgumentOutOfRangeException(nameof(parent)),
    };

    /// <summary>Adds arguments at the end: each on a line of its own if the last argument has one.</summary>
    internal static AttributeArgumentListSyntax Append(AttributeArgumentListSyntax list, IReadOnlyList<AttributeArgumentSyntax> added)
    {
        SeparatedSyntaxList<AttributeArgumentSyntax> arguments = list.Arguments;
        AttributeArgumentSyntax last = arguments[arguments.Count - 1];
        SyntaxToken before = arguments.Count > 1 ? arguments.GetSeparator(arguments.Count - 2) : list.OpenParenToken;
        SyntaxTriviaList afterLast = last.GetTrailingTrivia();
        bool isOnOwnLine = before.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia);
        bool endsLine = afterLast.Any(SyntaxKind.EndOfLineTrivia);
        SyntaxTriviaList lineEnd = SyntaxFactory.TriviaList(before.TrailingTrivia.Where(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)).Take(1));
        SyntaxToken comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(isOnOwnLine ? lineEnd : SyntaxFactory.TriviaList(SyntaxFactory.Space));

        // A comment at the end of the line belongs to the argument before it.
        SyntaxToken firstComma = !isOnOwnLine ? comma : endsLine ? comma.WithTrailingTrivia(afterLast) : comma;
        SyntaxTriviaList afterAdded = endsLine ? isOnOwnLine ? lineEnd : afterLast : default;
        AttributeArgumentSyntax[] items = [.. arguments.Take(arguments.Count - 1), endsLine ? last.WithoutTrailingTrivia() : last, .. added];
        for (int i = arguments.Count; i < items.Length; i++)
        {
            items[i] = items[i]
                .WithLeadingTrivia(isOnOwnLine ? Indentation(last) : default)
                .WithTrailingTrivia(i == items.Length - 1 ? afterAdded : default);
        }

        return list.WithArguments(SyntaxFactory.SeparatedList(items, [.. arguments.GetSeparators(), firstComma, .. Enumerable.Repeat(comma, added.Count - 1)]));
    }

    private static SeparatedSyntaxList<T> Without<T>(SeparatedSyntaxList<T> list, Func<SyntaxNode, bool> isRemoved)
        where T : SyntaxNode
    {
        bool endsWithComma = list.SeparatorCount == list.Count;
        int[] kept = [.. Enumerable.Range(0, list.Count).Where(i => !isRemoved(list[i]))];
        if (kept.Length == 0)
        {
            return default;
        }

        var items = kept.Select(i => list[i]).ToList();
        var separators = kept.Take(endsWithComma ? kept.Length : kept.Length - 1).Select(list.GetSeparator).ToList();
        int last = kept[kept.Length - 1];
        if (!endsWithComma && last < list.Count - 1)
        {
            items[items.Count - 1] = items[items.Count - 1].WithTrailingTrivia(TrailingOfLast(list, last));
        }

        return SyntaxFactory.SeparatedList(items, separators);
    }

    /// <summary>What follows an item that becomes the last: its own comments, and the line break or space that the old last item had.</summary>
    private static SyntaxTriviaList TrailingOfLast<T>(SeparatedSyntaxList<T> list, int index)
        where T : SyntaxNode
    {
        SyntaxTriviaList own = list[index].GetTrailingTrivia().AddRange(list.GetSeparator(index).LeadingTrivia);
        SyntaxTriviaList afterComma = list.GetSeparator(index).TrailingTrivia;
        SyntaxTriviaList afterOld = list[list.Count - 1].GetTrailingTrivia();
        if (!afterComma.Any(Comments.IsComment))
        {
            int comment = afterOld.IndexOf(SyntaxKind.SingleLineCommentTrivia);
            comment = comment < 0 ? afterOld.IndexOf(SyntaxKind.MultiLineCommentTrivia) : comment;
            return own.AddRange(comment < 0 ? afterOld : afterOld.SkipWhile(trivia => !trivia.IsKind(SyntaxKind.EndOfLineTrivia)));
        }

        // The line ends after the comment. What follows the list is indented unless it was on a line of its own.
        bool needsIndentation = afterComma.Any(SyntaxKind.EndOfLineTrivia) && !afterOld.Any(SyntaxKind.EndOfLineTrivia);
        return own.AddRange(afterComma).AddRange(needsIndentation ? Indentation(list[index + 1]) : default);
    }

    private static SyntaxTriviaList Indentation(SyntaxNode node) =>
        SyntaxFactory.TriviaList(node.GetLeadingTrivia().Reverse().TakeWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)));
}
