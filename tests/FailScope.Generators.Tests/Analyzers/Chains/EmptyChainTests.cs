using FailScope.Generators.Diagnostics;

namespace FailScope.Generators.Tests.Analyzers.Chains;

public sealed class EmptyChainTests : ChainRuleTests
{
    protected override string Id => DiagnosticIds.EmptyChain;

    protected override string Hit => Chain("[{|#0:FallbackChain|}] public static partial FallbackChain Chat { get; }");

    [Theory]
    [InlineData("FallbackChain()")]
    [InlineData("FallbackChain(Survives = LossOf.Credit)")]
    [InlineData("FallbackChain(new string[0])")]
    [InlineData("FallbackChain(new string[] { })")]
    public void A_chain_without_a_model_is_reported(string attribute) =>
        Assert.Equal(["Chain 'Chat' lists no models"], Finds(Chain($"[[|{attribute}|]] public static partial FallbackChain Chat {{ get; }}")));

    [Theory]
    [InlineData("FallbackChain(nameof(PaidC))")]
    [InlineData("FallbackChain(\"Missing\")")]
    [InlineData("FallbackChain(null!)")]
    public void A_chain_with_a_model_and_one_with_another_error_are_not_reported(string attribute) =>
        FindsNothing(Chain($"[{attribute}] public static partial FallbackChain Chat {{ get; }}"));
}
