using FailScope.Tests.Fixtures;

namespace FailScope.Tests.Scopes;

public sealed class ScopeKeyTextTests
{
    [Fact]
    public void The_text_of_every_key_can_be_parsed()
    {
        foreach (ScopeKind kind in Enum.GetValues<ScopeKind>().Except([ScopeKind.None]))
        {
            IScopeKey key = Shop.Large.GetScope(kind);
            Assert.True(ScopeKey.TryParse(key.Value, out IScopeKey? read));
            Assert.Equal(key, read);
            Assert.Equal(key.GetType(), read.GetType());
            Assert.Equal(key.Value, Shop.Large.ScopeText(kind));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("credit")]
    [InlineData("credit:")]
    [InlineData("credit:Shop")]
    [InlineData("credit:Shop/")]
    [InlineData("credit:/Main")]
    [InlineData("credit:Shop/Main/More")]
    [InlineData("credit:Shop:More/Main")]
    [InlineData("credits:Shop/Main")]
    [InlineData("Credit:Shop/Main")]
    public void Other_texts_are_not_keys(string? text) => Assert.False(ScopeKey.TryParse(text, out _));
}
