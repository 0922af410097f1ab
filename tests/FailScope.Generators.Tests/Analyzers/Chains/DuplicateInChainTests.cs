using FailScope.Generators.Diagnostics;

namespace FailScope.Generators.Tests.Analyzers.Chains;

public sealed class DuplicateInChainTests : ChainRuleTests
{
    protected override string Id => DiagnosticIds.DuplicateInChain;

    protected override string Hit => Chain("[FallbackChain(nameof(PaidC), nameof(FreeC), {|#0:nameof(PaidC)|})] public static partial FallbackChain Chat { get; }");

    [Theory]
    [InlineData("nameof(PaidC), [|nameof(PaidC)|]")]
    [InlineData("nameof(PaidC), nameof(FreeC), [|\"PaidC\"|], Survives = LossOf.Credit")]
    [InlineData("new[] { nameof(PaidC), [|nameof(Models.PaidC)|] }")]
    public void Every_repetition_is_reported(string arguments) =>
        Assert.Equal(
            ["Chain 'Chat' lists 'PaidC' twice, but the second entry is never tried"],
            Finds(Chain($"[FallbackChain({arguments})] public static partial FallbackChain Chat {{ get; }}")));

    [Fact]
    public void The_same_model_in_two_chains_is_not_reported() => FindsNothing(Chain("""
        [FallbackChain(nameof(PaidC))] public static partial FallbackChain One { get; }
        [FallbackChain(nameof(PaidC), "Missing", "Missing")] public static partial FallbackChain Two { get; }
        """));
}
