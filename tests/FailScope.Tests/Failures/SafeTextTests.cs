namespace FailScope.Tests.Failures;

/// <summary>What a provider said, as it may be logged.</summary>
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
    public void It_is_one_line_without_blanks_to_spare(string text, string line) => Assert.Equal(line, SafeText.Make(text, 20));

    [Theory]
    [InlineData("abcdefghij", "abcdefghij")]
    [InlineData("abcdefghijk", "abcdefghi…")]
    [InlineData("abcdefgh j", "abcdefgh j")]
    [InlineData("abcdefgh jk", "abcdefgh …")]
    [InlineData("\tabcdefghij", "abcdefghij")]
    [InlineData("\tabcdefghijk", "abcdefghi…")]
    [InlineData("abcdefghij\t", "abcdefghi…")]
    public void It_is_no_longer_than_it_may_be_and_shows_where_it_was_cut(string text, string line) => Assert.Equal(line, SafeText.Make(text, 10));

    [Fact]
    public void A_word_at_the_place_where_a_long_text_is_cut_goes_as_a_whole()
    {
        Assert.Equal("abcdefghi…", SafeText.Make(new string(' ', 64) + "abcdefghijklmnop", 10));
        Assert.Equal("", SafeText.Make(new string(' ', 65) + "abcdefghijklmnop", 10));
        Assert.Equal("-", SafeText.Make("-" + new string(' ', 64) + "abcdefghijklmnop", 10));
        Assert.Equal("", SafeText.Make(new string(' ', 79) + "bc", 10));
        Assert.Equal("b.", SafeText.Make(new string(' ', 78) + "b.c", 10));
    }

    [Fact]
    public void A_run_that_is_long_enough_to_be_told_by_itself_is_cut_where_it_is() =>
        Assert.Equal("abababab…", SafeText.Make(string.Concat(Enumerable.Repeat("ab", 60)), 9));
}
