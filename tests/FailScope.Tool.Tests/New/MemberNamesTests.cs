using FailScope.Tool.Drafts;

namespace FailScope.Tool.Tests.New;

public class MemberNamesTests
{
    [Theory]
    [InlineData("anthropic/claude-sonnet-4.5", "ClaudeSonnet45")]
    [InlineData("openai/gpt-4o-mini", "Gpt4oMini")]
    [InlineData("google/gemma-4-26b-a4b-it:free", "Gemma4_26BA4BItFree")]
    [InlineData("claude-sonnet-4-5-20250929", "ClaudeSonnet4_5_20250929")]
    [InlineData("~x-ai/grok-latest", "GrokLatest")]
    [InlineData("anthropic.claude-3-5-sonnet-20241022-v2:0", "AnthropicClaude3_5Sonnet20241022V2_0")]
    [InlineData("01-ai/3-yi", "Unnamed3Yi")]
    [InlineData("vendor/模型", "Unnamed")]
    [InlineData("", "Unnamed")]
    public void An_id_becomes_a_property_name(string id, string name) => Assert.Equal(name, new MemberNames("Models").Take(id, "Unnamed"));

    [Fact]
    public void Ids_with_the_same_name_are_distinguished_by_author_and_then_by_number()
    {
        var names = new MemberNames("Models");

        Assert.Equal(["Yak", "ZooYak", "YAK2", "Yak3"], new[] { "acme/yak", "zoo/yak", "zoo/YAK", "zoo/Yak" }.Select(id => names.Take(id, "Model")));
    }

    [Theory]
    [InlineData("vendor/models")]
    [InlineData("vendor/catalog")]
    [InlineData("vendor/equals")]
    [InlineData("vendor/loss-of")]
    public void A_name_that_the_class_cannot_have_is_not_used(string id) =>
        Assert.StartsWith("Vendor", new MemberNames("Models").Take(id, "Model"), StringComparison.Ordinal);
}
