namespace FailScope.Tests.Failures;

public sealed class PhraseTests
{
    [Theory]
    [InlineData("Your  CREDIT\n\tbalance", "your credit balance")]
    [InlineData(" \u00a0leading", "leading")]
    [InlineData("the `model` \"x\" “y” *z*", "the model x y z")]
    [InlineData("isn’t", "isn't")]
    [InlineData("余额不足", "余额不足")]
    public void A_text_is_normalized(string text, string normalized) => Assert.Equal(normalized, Phrase.Normalize(text));

    [Fact]
    public void A_normalized_text_is_not_copied()
    {
        string text = new('x', 40);
        Assert.Same(text, Phrase.Normalize(text));
    }

    [Theory]
    [InlineData("key limit", "your key limit is reached", "key limit")]
    [InlineData("key limit", "your key has a limit", null)]
    [InlineData("(my|your) (key|token) limit", "your token limit", "your token limit")]
    [InlineData("(my|your) (key|token) limit", "your limit", null)]
    [InlineData("balance * (too low|empty)", "the balance is much too low", "balance … too low")]
    [InlineData("balance * (too low|empty)", "the balance empty", "balance … empty")]
    [InlineData("balance * (too low|empty)", "check the balance. the request is too low", null)]
    [InlineData("balance * (too low|empty)", "check the balance. too low", null)]
    [InlineData("balance * (too low|empty)", "check the balance. the balance is empty", "balance … empty")]
    [InlineData("balance * (too low|empty)", "too low for a balance", null)]
    public void A_phrase_is_found_within_a_sentence(string phrase, string text, string? found) => Assert.Equal(found, new Phrase(phrase).Find(text));

    [Theory]
    [InlineData(113, true)]
    [InlineData(114, false)]
    public void A_gap_is_short(int length, bool isFound) => Assert.Equal(isFound, new Phrase("balance * too low").Find("balance" + new string('x', length) + "too low") is not null);
}
