using FailScope.Generators.Diagnostics;

namespace FailScope.Generators.Tests.Analyzers.Chains;

public sealed class DifferentEmbeddingSpacesTests : ChainRuleTests
{
    private const string Models = """
        [Model("s", nameof(C), EmbeddingSpace = "small/3")] public static partial Model Small { get; }
        [Model("s", nameof(E), EmbeddingSpace = "small/" + "3")] public static partial Model SmallE { get; }
        [Model("S", nameof(E), EmbeddingSpace = "Small/3")] public static partial Model Shouted { get; }
        [Model("l", nameof(C), EmbeddingSpace = "large/3")] public static partial Model Large { get; }
        [Model("n", nameof(E), EmbeddingSpace = null)] public static partial Model Null { get; }
        [Model("b", nameof(E), EmbeddingSpace = " ")] public static partial Model Blank { get; }

        """;

    protected override string Id => DiagnosticIds.DifferentEmbeddingSpaces;

    protected override string Hit =>
        Chain(Models + "[FallbackChain(nameof(Small), {|#0:nameof(Large)|})] public static partial FallbackChain Chat { get; }");

    [Fact]
    public void Each_entry_with_another_space_is_reported_with_the_first_space() =>
        Assert.Equal(
            [
                "'PaidC' of chain 'Chat' declares no embedding space, but 'Small' uses the embedding space 'small/3', and vectors of different spaces cannot be compared",
                "'Large' of chain 'Chat' uses the embedding space 'large/3', but 'Small' uses the embedding space 'small/3', and vectors of different spaces cannot be compared",
            ],
            Finds(Chain(Models + "[FallbackChain([|nameof(PaidC)|], nameof(Small), nameof(SmallE), [|nameof(Large)|])] public static partial FallbackChain Chat { get; }")));

    [Theory]
    [InlineData("nameof(Small), [|nameof(Shouted)|]")]
    [InlineData("nameof(Small), [|nameof(Null)|]")]
    [InlineData("[|nameof(Blank)|], nameof(Small)")]
    public void Spaces_are_compared_exactly_and_a_blank_one_counts_as_undeclared(string entries) =>
        Finds(Chain(Models + $"[FallbackChain({entries})] public static partial FallbackChain Chat {{ get; }}"));

    [Theory]
    [InlineData("nameof(Small), nameof(SmallE)")]
    [InlineData("nameof(Small)")]
    [InlineData("nameof(PaidC), nameof(PaidE)")]
    [InlineData("nameof(Null), nameof(Blank), nameof(PaidE)")]
    public void One_common_space_and_no_space_at_all_are_not_reported(string entries) =>
        FindsNothing(Chain(Models + $"[FallbackChain({entries})] public static partial FallbackChain Chat {{ get; }}"));
}
