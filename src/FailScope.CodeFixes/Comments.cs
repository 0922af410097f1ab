using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FailScope.CodeFixes;

/// <summary>Keeps the comments of code that a fix replaces.</summary>
internal static class Comments
{
    /// <summary>Adds the comments that are in the old code and not in the new one after the new one.</summary>
    internal static SyntaxNode Keep(SyntaxNode before, SyntaxNode after)
    {
        List<string> kept = TextsOf(after);
        string[] lost = [.. TextsOf(before).Where(text => !kept.Remove(text))];
        return lost.Length == 0
            ? after
            : after.WithTrailingTrivia(lost
                .SelectMany(text => new[] { SyntaxFactory.Space, SyntaxFactory.Comment(InOneLine(text)) })
                .Concat(after.GetTrailingTrivia()));
    }

    internal static bool IsComment(SyntaxTrivia trivia) => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia);

    private static List<string> TextsOf(SyntaxNode node) => [.. node.DescendantTrivia().Where(IsComment).Select(comment => comment.ToString())];

    // Code can follow on the same line.
    private static string InOneLine(string comment) =>
        comment.StartsWith("//", StringComparison.Ordinal) ? $"/* {comment.Substring(2).Trim().Replace("*/", "* /")} */" : comment;
}
