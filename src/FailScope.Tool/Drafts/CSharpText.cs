using System.Globalization;
using System.Text;

namespace FailScope.Tool.Drafts;

/// <summary>Formats values as C# source text.</summary>
internal static class CSharpText
{
    /// <summary>A string literal. All characters other than printable ASCII are escaped, so that no text can end the line or the literal.</summary>
    internal static string Literal(string text)
    {
        var literal = new StringBuilder("\"", text.Length + 2);
        foreach (char c in text)
        {
            literal.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                >= ' ' and <= '~' => c.ToString(),
                _ => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
            });
        }

        return literal.Append('"').ToString();
    }

    /// <summary>A price, without trailing zeros.</summary>
    internal static string Number(decimal value) => (value / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);

    /// <summary>A number of tokens, with thousands separators.</summary>
    internal static string Number(long value) => value.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '_');

    /// <summary>Text for a line comment: one line, without control characters.</summary>
    internal static string Comment(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            line.Append(char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c);
        }

        return line.ToString().TrimEnd();
    }

    /// <summary>Text for a documentation comment, which is XML.</summary>
    internal static string Documentation(string text) =>
        Comment(text).Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>Whether the text is a simple C# name for a class or part of a namespace.</summary>
    internal static bool IsIdentifier(string text) =>
        text.Length > 0
        && (char.IsLetter(text[0]) || text[0] == '_')
        && text.All(c => char.IsLetterOrDigit(c) || c == '_')
        && Array.IndexOf(Keywords, text) < 0;

    private static readonly string[] Keywords =
    [
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal", "default",
        "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for", "foreach", "goto",
        "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null", "object", "operator", "out",
        "override", "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof", "stackalloc",
        "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort",
        "using", "virtual", "void", "volatile", "while", "record", "partial", "required", "scoped", "file", "field", "var", "dynamic",
    ];
}
