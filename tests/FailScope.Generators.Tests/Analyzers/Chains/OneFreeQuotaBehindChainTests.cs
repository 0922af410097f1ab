using FailScope.Generators.Diagnostics;

namespace FailScope.Generators.Tests.Analyzers.Chains;

public sealed class OneFreeQuotaBehindChainTests : ChainRuleTests
{
    protected override string Id => DiagnosticIds.OneFreeQuotaBehindChain;

    protected override string Hit => Chain("[FallbackChain(nameof(FreeC), nameof(FreeC2))] public static partial FallbackChain {|#0:Chat|} { get; }");

    [Fact]
    public void A_chain_of_free_models_on_one_account_is_reported() =>
        Assert.Equal(
            ["Every model of chain 'Chat' is a free model on account 'Wallet', so no model is left when the free requests of that account are used up. Add a priced model, or a free model on another account."],
            Finds(Chain("[FallbackChain(nameof(FreeD1), nameof(FreeD2))] public static partial FallbackChain [|Chat|] { get; }")));

    [Theory]
    [InlineData("nameof(FreeC), nameof(PaidC)")]
    [InlineData("nameof(FreeC), nameof(FreeE)")]
    [InlineData("nameof(FreeC), nameof(FreeC2), Survives = LossOf.Credit")]
    public void A_priced_model_another_account_and_Survives_are_not_reported(string arguments) =>
        FindsNothing(Chain($"[FallbackChain({arguments})] public static partial FallbackChain Chat {{ get; }}"));
}
