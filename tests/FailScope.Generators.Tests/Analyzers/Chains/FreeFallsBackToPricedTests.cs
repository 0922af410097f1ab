using FailScope.Generators.Diagnostics;

namespace FailScope.Generators.Tests.Analyzers.Chains;

public sealed class FreeFallsBackToPricedTests : ChainRuleTests
{
    protected override string Id => DiagnosticIds.FreeFallsBackToPriced;

    protected override string Hit => Chain("[FallbackChain(nameof(FreeC), {|#0:nameof(PaidC)|})] public static partial FallbackChain Chat { get; }");

    [Theory]
    [InlineData("nameof(FreeC), [|nameof(PaidC)|], nameof(PaidE)")]
    [InlineData("nameof(FreeC), nameof(FreeE), [|nameof(PaidC)|]")]
    public void The_first_priced_entry_is_reported(string arguments) =>
        Assert.Equal(
            ["Chain 'Chat' starts with the free model 'FreeC' and falls back to 'PaidC', which costs money"],
            Finds(Chain($"[FallbackChain({arguments})] public static partial FallbackChain Chat {{ get; }}")));

    [Theory]
    [InlineData("nameof(PaidC), nameof(FreeC), nameof(PaidE)")]
    [InlineData("nameof(FreeC), nameof(FreeE)")]
    [InlineData("\"Missing\", nameof(FreeC), nameof(PaidC)")]
    public void A_priced_first_model_and_a_free_chain_are_not_reported(string arguments) =>
        FindsNothing(Chain($"[FallbackChain({arguments})] public static partial FallbackChain Chat {{ get; }}"));
}
