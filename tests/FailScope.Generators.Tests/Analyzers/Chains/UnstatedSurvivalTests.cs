using FailScope.Generators.Diagnostics;

namespace FailScope.Generators.Tests.Analyzers.Chains;

public sealed class UnstatedSurvivalTests : ChainRuleTests
{
    protected override string Id => DiagnosticIds.UnstatedSurvival;

    protected override string Hit => Chain("[FallbackChain(nameof(PaidC), nameof(FreeC))] public static partial FallbackChain {|#0:Chat|} { get; }");

    [Theory]
    [InlineData(
        "nameof(PaidC), nameof(FreeC)",
        "account credit, model, free quota; set 'Survives = LossOf.Credit | LossOf.Model | LossOf.FreeQuota'")]
    [InlineData(
        "nameof(PaidC), nameof(PaidE)",
        "account credit, key, provider, model, plan usage allowance; set 'Survives = LossOf.Credit | LossOf.Credential | LossOf.Provider | LossOf.Model | LossOf.UsageLimit'")]
    [InlineData("nameof(FreeC), nameof(FreeC2)", "model; set 'Survives = LossOf.Model'")]
    public void The_losses_that_the_chain_survives_are_offered(string arguments, string offer) =>
        Assert.Equal(
            [$"Chain 'Chat' survives the loss of any one of these: {offer} to enforce this"],
            Finds(Chain($"[FallbackChain({arguments})] public static partial FallbackChain [|Chat|] {{ get; }}")));

    [Theory]
    [InlineData("nameof(PaidC), nameof(FreeC), Survives = LossOf.Credit")]
    [InlineData("nameof(PaidC), nameof(FreeC), Survives = LossOf.None")]
    [InlineData("nameof(PaidC), nameof(PaidC2)")] // Survives would turn off the warning that one empty balance ends the chain.
    [InlineData("nameof(FreeC)")]
    [InlineData("nameof(PaidC), \"Missing\"")]
    public void A_chain_with_Survives_or_with_a_worse_finding_is_not_reported(string arguments) =>
        FindsNothing(Chain($"[FallbackChain({arguments})] public static partial FallbackChain Chat {{ get; }}"));
}
