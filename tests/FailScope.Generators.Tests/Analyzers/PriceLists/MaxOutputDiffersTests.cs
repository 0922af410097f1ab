using FailScope.Generators.Diagnostics;

namespace FailScope.Generators.Tests.Analyzers.PriceLists;

public sealed class MaxOutputDiffersTests : PriceListRuleTests
{
    protected override string Id => DiagnosticIds.MaxOutputDiffers;

    protected override string Hit => Model("\"acme/served\", nameof(C), MaxOutputTokens = {|#0:16_385|}");

    [Theory]
    [InlineData("[|16_385|]", "16_385")]
    [InlineData("[|64 * 1024|]", "65_536")]
    public void A_maximum_output_above_the_listed_one_is_reported(string tokens, string declared) =>
        Assert.Equal([$"'M' declares a maximum output of {declared} tokens, but {List} has 16_384"], Finds(Model($"\"acme/served\", nameof(C), MaxOutputTokens = {tokens}")));

    [Theory]
    [InlineData("acme/served", 16_384)]
    [InlineData("acme/served", 1)]
    [InlineData("acme/large", 1_000_000)]
    [InlineData("acme/other", 1_000_000)]
    public void The_listed_a_smaller_and_an_unlisted_maximum_are_not_reported(string id, int tokens) => FindsNothing(Model($"\"{id}\", nameof(C), MaxOutputTokens = {tokens}"));
}
