using FailScope.Generators.Diagnostics;

namespace FailScope.Generators.Tests.Analyzers.Chains;

public sealed class SmallerContextWindowTests : ChainRuleTests
{
    private const string Windows = """
        [Model("x", nameof(C), ContextWindow = 1_000_000)] public static partial Model Large { get; }
        [Model("y", nameof(C), ContextWindow = 131_072)] public static partial Model Small { get; }
        [Model("z", nameof(C), ContextWindow = 8_192)] public static partial Model Tiny { get; }

        """;

    protected override string Id => DiagnosticIds.SmallerContextWindow;

    protected override string Hit => Chain(Windows + "[FallbackChain(nameof(Large), {|#0:nameof(Small)|})] public static partial FallbackChain Chat { get; }");

    [Fact]
    public void Every_entry_with_a_smaller_window_than_the_first_is_reported() =>
        Assert.Equal(
            [
                "'Small' has a context window of 131,072 tokens, but 'Large', the first model of chain 'Chat', has 1,000,000, so a longer prompt cannot fall back to 'Small'",
                "'Tiny' has a context window of 8,192 tokens, but 'Large', the first model of chain 'Chat', has 1,000,000, so a longer prompt cannot fall back to 'Tiny'",
            ],
            Finds(Chain(Windows + "[FallbackChain(nameof(Large), [|nameof(Small)|], nameof(PaidC), [|nameof(Tiny)|])] public static partial FallbackChain Chat { get; }")));

    [Theory]
    [InlineData("nameof(Small), nameof(Large)")]
    [InlineData("nameof(Small), nameof(PaidC)")]
    [InlineData("nameof(PaidC), nameof(Large), nameof(Small)")]
    [InlineData("\"Missing\", nameof(Large), nameof(Small)")]
    public void A_window_that_is_not_smaller_or_not_declared_is_not_reported(string arguments) =>
        FindsNothing(Chain(Windows + $"[FallbackChain({arguments})] public static partial FallbackChain Chat {{ get; }}"));
}
