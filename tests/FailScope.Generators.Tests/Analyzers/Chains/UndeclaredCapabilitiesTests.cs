using FailScope.Generators.Diagnostics;

namespace FailScope.Generators.Tests.Analyzers.Chains;

public sealed class UndeclaredCapabilitiesTests : ChainRuleTests
{
    protected override string Id => DiagnosticIds.UndeclaredCapabilities;

    protected override string Hit => Chain("[FallbackChain({|#0:nameof(PaidC)|}, Requires = ModelCapabilities.Vision)] public static partial FallbackChain Chat { get; }");

    [Fact]
    public void A_model_without_declared_capabilities_is_reported() =>
        Assert.Equal(
            ["'PaidC' declares no capabilities, so FailScope cannot check whether it has Tools, Vision, which chain 'Chat' requires"],
            Finds(Chain("[FallbackChain([|nameof(PaidC)|], Requires = ModelCapabilities.Tools | ModelCapabilities.Vision)] public static partial FallbackChain Chat { get; }")));

    [Theory]
    [InlineData("nameof(PaidC)")]
    [InlineData("nameof(Plain), Requires = ModelCapabilities.Vision")]
    public void A_model_with_some_and_a_chain_that_requires_nothing_are_not_reported(string arguments) =>
        FindsNothing(Chain($$"""
            [Model("z", nameof(C), Capabilities = ModelCapabilities.None)] public static partial Model Plain { get; }
            [FallbackChain({{arguments}})] public static partial FallbackChain Chat { get; }
            """));
}
