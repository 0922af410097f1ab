namespace FailScope.AspNetCore.Tests;

internal static class TextExtensions
{
    /// <summary>The part of a text after a mark, which must occur.</summary>
    internal static string After(this string text, string mark)
    {
        Assert.Contains(mark, text, StringComparison.Ordinal);
        return text[(text.IndexOf(mark, StringComparison.Ordinal) + mark.Length)..];
    }

    /// <summary>The part of a text before a mark, which must occur.</summary>
    internal static string Before(this string text, string mark)
    {
        Assert.Contains(mark, text, StringComparison.Ordinal);
        return text[..text.IndexOf(mark, StringComparison.Ordinal)];
    }
}
