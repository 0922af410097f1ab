using FailScope.Generators.Diagnostics;

namespace FailScope.Generators.Tests.Analyzers.Chains;

public sealed class OneProviderBehindChainTests : ChainRuleTests
{
    protected override string Id => DiagnosticIds.OneProviderBehindChain;

    protected override string Hit => Chain("[FallbackChain(nameof(PaidC), nameof(PaidD1))] public static partial FallbackChain {|#0:Chat|} { get; }");

    [Fact]
    public void A_chain_at_one_provider_is_reported() =>
        Assert.Equal(
            ["Every model of chain 'Chat' is at provider 'P', so no model is left when that provider cannot be reached. Add a model at another provider."],
            Finds(Chain("[FallbackChain(nameof(PaidC), nameof(FreeC), nameof(FreeD2))] public static partial FallbackChain [|Chat|] { get; }")));

    [Theory]
    [InlineData("nameof(PaidC), nameof(PaidE)")]
    [InlineData("nameof(PaidC), nameof(PaidD1), Survives = LossOf.Credit")]
    [InlineData("nameof(PaidC), nameof(FreeC)")] // The rule about one key already reports it.
    [InlineData("nameof(PaidD1), nameof(PaidD2)")] // The rule about one empty balance already reports it.
    public void Another_provider_Survives_and_a_likelier_loss_are_not_reported(string arguments) =>
        FindsNothing(Chain($"[FallbackChain({arguments})] public static partial FallbackChain Chat {{ get; }}"));
}
