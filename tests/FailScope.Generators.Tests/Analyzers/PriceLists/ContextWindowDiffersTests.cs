using FailScope.Generators.Diagnostics;

namespace FailScope.Generators.Tests.Analyzers.PriceLists;

public sealed class ContextWindowDiffersTests : PriceListRuleTests
{
    protected override string Id => DiagnosticIds.ContextWindowDiffers;

    protected override string Hit => Model("\"acme/large\", nameof(C), ContextWindow = {|#0:200_000|}");

    [Theory]
    [InlineData("acme/large", "[|200_000|]", "200_000", "128_000")]
    [InlineData("acme/large", "[|64 * 1024|]", "65_536", "128_000")]
    [InlineData("acme/served", "[|1_000_001|]", "1_000_001", "1_000_000")]
    [InlineData("acme/served", "[|128_000|]", "128_000", "1_000_000")]
    public void A_window_that_differs_from_the_listed_one_is_reported(string id, string window, string declared, string listed) =>
        Assert.Equal([$"'M' declares a context window of {declared} tokens, but {List} has {listed}"], Finds(Model($"\"{id}\", nameof(C), ContextWindow = {window}")));

    [Theory]
    [InlineData("acme/large", 128_000)]
    [InlineData("acme/served", 1_000_000)]
    [InlineData("acme/served", 131_072)]
    [InlineData("acme/other", 1)]
    public void The_listed_window_or_one_between_two_listed_ones_is_not_reported(string id, int window) => FindsNothing(Model($"\"{id}\", nameof(C), ContextWindow = {window}"));
}
