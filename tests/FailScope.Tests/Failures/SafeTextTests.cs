namespace FailScope.Tests.Failures;

/// <summary>Text from a provider, made safe for logs.</summary>
public sealed class SafeTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a", "a")]
    [InlineData("a b", "a b")]
    [InlineData(" a", "a")]
    [InlineData("a ", "a")]
    [InlineData("  ", "")]
    [InlineData("a  b", "a b")]
    [InlineData("a\tb", "a b")]
    [InlineData("a\r\nb\n", "a b")]
    [InlineData("a\u0000b", "a b")]
    [InlineData("a\u2028b", "a b")]
    [InlineData("a\u00A0b", "a b")]
    [InlineData("a 😀 b", "a b")]
    [InlineData("a😀b", "a b")]
    [InlineData("a-ü-b", "a-ü-b")]
    public void The_result_is_one_line_without_extra_spaces(string text, string line) => Assert.Equal(line, SafeText.Make(text, 20));

    [Theory]
    [InlineData("abcdefghij", "abcdefghij")]
    [InlineData("abcdefghijk", "abcdefghi…")]
    [InlineData("abcdefgh j", "abcdefgh j")]
    [InlineData("abcdefgh jk", "abcdefgh …")]
    [InlineData("\tabcdefghij", "abcdefghij")]
    [InlineData("\tabcdefghijk", "abcdefghi…")]
    [InlineData("abcdefghij\t", "abcdefghi…")]
    public void The_result_is_at_most_the_maximum_length_and_shows_where_it_was_cut(string text, string line) => Assert.Equal(line, SafeText.Make(text, 10));

    [Fact]
    public void A_word_at_the_cut_is_removed_completely()
    {
        Assert.Equal("abcdefghi…", SafeText.Make(new string(' ', 64) + "abcdefghijklmnop", 10));
        Assert.Equal("", SafeText.Make(new string(' ', 65) + "abcdefghijklmnop", 10));
        Assert.Equal("-", SafeText.Make("-" + new string(' ', 64) + "abcdefghijklmnop", 10));
        Assert.Equal("", SafeText.Make(new string(' ', 79) + "bc", 10));
        Assert.Equal("b.", SafeText.Make(new string(' ', 78) + "b.c", 10));
    }

    [Fact]
    public void A_run_of_characters_that_is_redacted_anyway_may_be_cut() =>
        Assert.Equal("abababab…", SafeText.Make(string.Concat(Enumerable.Repeat("ab", 60)), 9));
}
