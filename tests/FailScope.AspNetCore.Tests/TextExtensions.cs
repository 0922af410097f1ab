namespace FailScope.AspNetCore.Tests;

internal static class TextExtensions
{
    /// <summary>What stands after a text that is there.</summary>
    internal static string After(this string text, string mark)
    {
        Assert.Contains(mark, text, StringComparison.Ordinal);
        return text[(text.IndexOf(mark, StringComparison.Ordinal) + mark.Length)..];
    }

    /// <summary>What stands before a text that is there.</summary>
    internal static string Before(this string text, string mark)
    {
        Assert.Contains(mark, text, StringComparison.Ordinal);
        return text[..text.IndexOf(mark, StringComparison.Ordinal)];
    }
}
