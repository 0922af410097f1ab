using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FailScope.Generators.Parsing;

/// <summary>
/// Reads the documentation comment that the user wrote on a property. The comment of the implementing part replaces it, so it is
/// copied there. It is read as text from trivia, because the compiler does not parse it in a build without a documentation file.
/// </summary>
internal static class DocumentationComment
{
    // The line ends of C#: the comment is copied line by line.
    private static readonly char[] LineEnds = ['\r', '\n', '\u0085', '\u2028', '\u2029'];

    internal static IEnumerable<string> Lines(PropertyDeclarationSyntax property)
    {
        List<string>? lines = null;
        foreach (SyntaxTrivia trivia in property.GetLeadingTrivia())
        {
            switch (trivia.Kind())
            {
                case SyntaxKind.SingleLineDocumentationCommentTrivia:
                case SyntaxKind.SingleLineCommentTrivia:
                    Add(trivia.ToFullString(), "///", "////");
                    break;
                case SyntaxKind.MultiLineDocumentationCommentTrivia:
                case SyntaxKind.MultiLineCommentTrivia:
                    string text = trivia.ToFullString().Trim();
                    if (text.StartsWith("/**", StringComparison.Ordinal) && text.Length > 4)
                    {
                        AddBlock(text.Substring(3, text.Length - 5));
                    }

                    break;
            }
        }

        return lines ?? (IEnumerable<string>)[];

        void Add(string text, string marker, string notMarker)
        {
            foreach (string line in text.Split(LineEnds))
            {
                string trimmed = line.Trim();
                if (trimmed.StartsWith(marker, StringComparison.Ordinal) && !trimmed.StartsWith(notMarker, StringComparison.Ordinal))
                {
                    (lines ??= []).Add(trimmed.Substring(marker.Length).Trim());
                }
            }
        }

        void AddBlock(string text)
        {
            foreach (string line in text.Split(LineEnds))
            {
                string trimmed = line.Trim();
                trimmed = trimmed.StartsWith("*", StringComparison.Ordinal) ? trimmed.Substring(1).Trim() : trimmed;
                if (trimmed.Length > 0)
                {
                    (lines ??= []).Add(trimmed);
                }
            }
        }
    }
}
