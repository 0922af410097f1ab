using FailScope.Generators.Diagnostics;

namespace FailScope.Generators.Tests.Analyzers.Chains;

public sealed class UnreachableEntryTests : ChainRuleTests
{
    private const string Copies = """
        [Model("a", nameof(C), InputUsdPerMillion = 1, OutputUsdPerMillion = 2)] public static partial Model CopyOfPaidC { get; }
        [Model("a", nameof(C), InputUsdPerMillion = 1, OutputUsdPerMillion = 1)] public static partial Model Cheaper { get; }
        [Model("a", nameof(C), InputUsdPerMillion = 1, OutputUsdPerMillion = 2, MaxOutputTokens = 100)] public static partial Model Shorter { get; }
        [Model("a", nameof(C), InputUsdPerMillion = 1, OutputUsdPerMillion = 2, ContextWindow = 100)] public static partial Model Narrower { get; }
        [Model("a", nameof(C), InputUsdPerMillion = 1, OutputUsdPerMillion = 2, Capabilities = ModelCapabilities.Reasoning)] public static partial Model Thinking { get; }
        [Model("a", nameof(C), InputUsdPerMillion = 1, OutputUsdPerMillion = 2, Free = true)] public static partial Model Free { get; }

        """;

    protected override string Id => DiagnosticIds.UnreachableEntry;

    protected override string Hit => Chain(Copies + "[FallbackChain(nameof(PaidC), {|#0:nameof(CopyOfPaidC)|})] public static partial FallbackChain Chat { get; }");

    [Theory]
    [InlineData("nameof(PaidC), [|nameof(CopyOfPaidC)|]")]
    [InlineData("nameof(FreeC), nameof(PaidC), nameof(PaidE), [|nameof(CopyOfPaidC)|], nameof(FreeE)")]
    [InlineData("nameof(Cheaper), nameof(PaidC), [|nameof(CopyOfPaidC)|]")]
    public void An_entry_that_needs_everything_an_earlier_one_needs_is_reported(string arguments) =>
        Assert.Equal(
            ["'CopyOfPaidC' in chain 'Chat' can never answer: it is the same model through the same credential as 'PaidC' before it, so it fails whenever 'PaidC' fails"],
            Finds(Chain(Copies + $"[FallbackChain({arguments})] public static partial FallbackChain Chat {{ get; }}")));

    [Theory]
    [InlineData("nameof(PaidC), nameof(PaidC2), nameof(FreeC), nameof(PaidD1), nameof(PaidD2), nameof(PaidE)")]
    [InlineData("nameof(PaidC), nameof(Cheaper)")]
    [InlineData("nameof(PaidC), nameof(Shorter)")]
    [InlineData("nameof(PaidC), nameof(Narrower)")]
    [InlineData("nameof(PaidC), nameof(Thinking)")]
    [InlineData("nameof(PaidC), nameof(Free)")]
    [InlineData("nameof(PaidC), nameof(PaidC)")]
    public void An_entry_that_can_answer_after_some_outage_is_not_reported(string arguments) =>
        FindsNothing(Chain(Copies + $"[FallbackChain({arguments})] public static partial FallbackChain Chat {{ get; }}"));
}
