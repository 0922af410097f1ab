using FailScope.Generators.Diagnostics;

namespace FailScope.Generators.Tests.Analyzers.Chains;

public sealed class TwoLossesEndChainTests : ChainRuleTests
{
    protected override string Id => DiagnosticIds.TwoLossesEndChain;

    protected override string Hit => Chain("[FallbackChain(nameof(PaidC), nameof(FreeC))] public static partial FallbackChain {|#0:Chat|} { get; }");

    [Theory]
    [InlineData("nameof(PaidC), nameof(FreeC)", "the credit of 'C' and the free quota of 'C'")]
    [InlineData("nameof(PaidD1), nameof(PaidD2)", "the key 'D1' and the key 'D2'")]
    [InlineData("nameof(PaidD1), nameof(FreeD2)", "the credit of 'Wallet' and the key 'D2'; the credit of 'Wallet' and the free quota of 'Wallet'; the key 'D1' and the key 'D2'; the key 'D1' and the free quota of 'Wallet'")]
    [InlineData(
        "nameof(PaidC), nameof(PaidE)",
        "the credit of 'C' and the credit of 'E'; the credit of 'C' and the key 'E'; the credit of 'C' and the provider 'Q'; the credit of 'C' and the usage allowance of 'E'; the credit of 'E' and the key 'C'; the credit of 'E' and the provider 'P'; and 10 more")]
    public void Pairs_of_losses_that_empty_the_chain_are_reported(string arguments, string pairs) =>
        Assert.Equal(
            ["No model of chain 'Chat' is left after two losses together: " + pairs],
            Finds(Chain($"[FallbackChain({arguments})] public static partial FallbackChain [|Chat|] {{ get; }}")));

    [Theory]
    [InlineData("nameof(PaidC)")]
    [InlineData("nameof(PaidC), nameof(PaidC2)")]
    [InlineData("nameof(PaidC), \"Missing\"")]
    public void A_chain_that_only_the_loss_of_its_models_empties_is_not_reported(string arguments) =>
        FindsNothing(Chain($"[FallbackChain({arguments})] public static partial FallbackChain Chat {{ get; }}"));
}
