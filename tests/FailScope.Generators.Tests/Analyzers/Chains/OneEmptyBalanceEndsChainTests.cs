using FailScope.Generators.Diagnostics;

namespace FailScope.Generators.Tests.Analyzers.Chains;

public sealed class OneEmptyBalanceEndsChainTests : ChainRuleTests
{
    protected override string Id => DiagnosticIds.OneEmptyBalanceEndsChain;

    protected override string Hit => Chain("[FallbackChain(nameof(PaidC), nameof(PaidC2))] public static partial FallbackChain {|#0:Chat|} { get; }");

    [Theory]
    [InlineData("nameof(PaidC), nameof(PaidC2)", "C")]
    [InlineData("nameof(PaidD1), nameof(PaidD2)", "Wallet")]
    [InlineData("nameof(PaidC)", "C")]
    [InlineData("nameof(PaidC), Requires = ModelCapabilities.Tools", "C")]
    public void A_chain_without_Survives_on_one_account_is_reported(string arguments, string account) =>
        Assert.Equal(
            [$"Every model of chain 'Chat' is billed to account '{account}', so no model is left when that account is out of credit. Add a free model, or a model on another account."],
            Finds(Chain($"[FallbackChain({arguments})] public static partial FallbackChain [|Chat|] {{ get; }}")));

    [Theory]
    [InlineData("nameof(PaidC), nameof(FreeC)")]
    [InlineData("nameof(PaidC), nameof(FreeE)")]
    [InlineData("nameof(PaidC), nameof(PaidD1)")]
    [InlineData("nameof(FreeC)")]
    [InlineData("nameof(PaidC), nameof(PaidC2), Survives = LossOf.None")]
    [InlineData("nameof(PaidC), nameof(PaidC2), Survives = LossOf.Model")]
    [InlineData("nameof(PaidC), nameof(PaidC2), Survives = LossOf.Credit")]
    [InlineData("nameof(PaidC), \"Missing\"")]
    public void A_free_model_another_account_and_Survives_are_not_reported(string arguments) =>
        FindsNothing(Chain($"[FallbackChain({arguments})] public static partial FallbackChain Chat {{ get; }}"));
}
