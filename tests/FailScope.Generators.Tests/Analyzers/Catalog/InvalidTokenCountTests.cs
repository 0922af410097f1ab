using FailScope.Generators.Diagnostics;

namespace FailScope.Generators.Tests.Analyzers.Catalog;

public sealed class InvalidTokenCountTests : CatalogRuleTests
{
    protected override string Id => DiagnosticIds.InvalidTokenCount;

    protected override string Hit => Catalog("""[Model("a", nameof(C), ContextWindow = {|#0:0|})] public static partial Model A { get; }""");

    [Theory]
    [InlineData("ContextWindow", "0")]
    [InlineData("ContextWindow", "-1")]
    [InlineData("MaxOutputTokens", "0L")]
    [InlineData("MaxOutputTokens", "long.MinValue")]
    public void A_token_count_below_1_is_reported(string argument, string tokens) =>
        Assert.Equal(
            [$"'A' declares {argument} as '{tokens}', but a token count must be 1 or more"],
            Finds(Catalog($"[Model(\"a\", nameof(C), {argument} = [|{tokens}|])] public static partial Model A {{ get; }}")));

    [Theory]
    [InlineData("1")]
    [InlineData("200_000")]
    [InlineData("128 * 1024")]
    [InlineData("\"8k\"")]
    [InlineData("1.5")]
    [InlineData("")]
    public void A_valid_token_count_and_what_the_compiler_reports_are_not_reported(string tokens) =>
        FindsNothing(Catalog($"[Model(\"a\", nameof(C), ContextWindow = {tokens})] public static partial Model A {{ get; }}"));
}
