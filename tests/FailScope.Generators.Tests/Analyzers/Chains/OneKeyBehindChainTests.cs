using FailScope.Generators.Diagnostics;

namespace FailScope.Generators.Tests.Analyzers.Chains;

public sealed class OneKeyBehindChainTests : ChainRuleTests
{
    protected override string Id => DiagnosticIds.OneKeyBehindChain;

    protected override string Hit => Chain("[FallbackChain(nameof(PaidC), nameof(FreeC))] public static partial FallbackChain {|#0:Chat|} { get; }");

    [Fact]
    public void A_chain_on_one_key_is_reported() =>
        Assert.Equal(
            ["Every model of chain 'Chat' uses key 'C', so no model is left when that key is refused. Add a model that uses another key."],
            Finds(Chain("[FallbackChain(nameof(PaidC), nameof(FreeC), nameof(PaidC2))] public static partial FallbackChain [|Chat|] { get; }")));

    [Theory]
    [InlineData("nameof(PaidC), nameof(FreeD1)")]
    [InlineData("nameof(PaidC), nameof(FreeE)")]
    [InlineData("nameof(PaidC), nameof(FreeC), Survives = LossOf.Credit")]
    [InlineData("nameof(PaidC), nameof(FreeC), Survives = LossOf.None")]
    [InlineData("nameof(PaidC), nameof(PaidC2)")] // The rule about one empty balance already reports it.
    [InlineData("nameof(FreeC), nameof(FreeC2)")] // The rule about one free quota already reports it.
    public void Another_key_Survives_and_a_likelier_loss_are_not_reported(string arguments) =>
        FindsNothing(Chain($"[FallbackChain({arguments})] public static partial FallbackChain Chat {{ get; }}"));
}
