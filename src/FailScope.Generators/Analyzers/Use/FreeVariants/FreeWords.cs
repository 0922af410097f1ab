using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FailScope.Generators.Analyzers.Use.FreeVariants;

/// <summary>
/// Searches the text of a file for tokens that may be about <c>:free</c>. Most files have none, and for them no tree is walked
/// and no method is bound.
/// </summary>
internal static class FreeWords
{
    internal const string Variant = "free";

    internal const string Suffix = ":" + Variant;

    /// <summary>String literals that contain the variant, and identifiers whose name contains it.</summary>
    internal static IEnumerable<SyntaxToken> In(SyntaxTree tree, CancellationToken cancellationToken)
    {
        string text = tree.GetText(cancellationToken).ToString();
        SyntaxNode? root = null;
        for (int at = 0; (at = text.IndexOf(Variant, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += Variant.Length)
        {
            // A word between spaces is prose, such as "free of charge" in the license at the top of a file.
            if (CharAt(at - 1) == ' ' && CharAt(at + Variant.Length) == ' ')
            {
                continue;
            }

            root ??= tree.GetRoot(cancellationToken);
            SyntaxToken token = root.FindToken(at);
            if (token.Span.Contains(at) && CanHoldText(token))
            {
                yield return token;
            }
        }

        char CharAt(int position) => position < 0 || position >= text.Length ? '\0' : text[position];
    }

    /// <summary>The identifiers of a file with exactly this name; none for an empty name.</summary>
    internal static IEnumerable<SyntaxToken> Named(string name, SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (name.Length == 0)
        {
            // An empty text would match at every position without end.
            yield break;
        }

        string text = tree.GetText(cancellationToken).ToString();
        SyntaxNode root = tree.GetRoot(cancellationToken);
        for (int at = 0; (at = text.IndexOf(name, at, StringComparison.Ordinal)) >= 0; at += name.Length)
        {
            SyntaxToken token = root.FindToken(at);
            if (token.SpanStart == at && token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name)
            {
                yield return token;
            }
        }
    }

    internal static bool IsSuffix(string? text) => string.Equals(text, Suffix, StringComparison.OrdinalIgnoreCase);

    internal static bool IsVariant(string? text) => string.Equals(text, Variant, StringComparison.OrdinalIgnoreCase);

    internal static bool Contains(string text, string part) => text.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0;

    private static bool CanHoldText(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.StringLiteralToken
            or SyntaxKind.SingleLineRawStringLiteralToken
            or SyntaxKind.MultiLineRawStringLiteralToken
            or SyntaxKind.Utf8StringLiteralToken
            or SyntaxKind.InterpolatedStringTextToken => Contains(token.ValueText, Suffix) || IsVariant(token.ValueText),
        SyntaxKind.IdentifierToken => true,
        _ => false,
    };
}
