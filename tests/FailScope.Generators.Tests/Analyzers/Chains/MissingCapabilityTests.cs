using FailScope.Generators.Diagnostics;

namespace FailScope.Generators.Tests.Analyzers.Chains;

public sealed class MissingCapabilityTests : ChainRuleTests
{
    private const string Capable = """
        [Model("x", nameof(C), Capabilities = ModelCapabilities.Tools | ModelCapabilities.Vision)] public static partial Model Sees { get; }
        [Model("y", nameof(C), Capabilities = ModelCapabilities.Tools)] public static partial Model Blind { get; }
        [Model("z", nameof(C), Capabilities = ModelCapabilities.None)] public static partial Model Plain { get; }

        """;

    protected override string Id => DiagnosticIds.MissingCapability;

    protected override string Hit =>
        Chain(Capable + "[FallbackChain({|#0:nameof(Blind)|}, Requires = ModelCapabilities.Vision)] public static partial FallbackChain Chat { get; }");

    [Fact]
    public void The_missing_capability_is_named() =>
        Assert.Equal(
            ["'Blind' lacks Vision, which chain 'Chat' requires", "'Plain' lacks Tools, Vision, which chain 'Chat' requires"],
            Finds(Chain(Capable + "[FallbackChain(nameof(Sees), [|nameof(Blind)|], [|nameof(Plain)|], nameof(PaidC), Requires = ModelCapabilities.Tools | ModelCapabilities.Vision)] public static partial FallbackChain Chat { get; }")));

    [Fact]
    public void A_capability_bit_without_a_name_is_checked_like_any_other() =>
        Assert.Equal(
            ["'Blind' lacks 256, which chain 'Chat' requires"],
            Finds(Chain(Capable + """
                [Model("n", nameof(C), Capabilities = (ModelCapabilities)257)] public static partial Model Newer { get; }
                [FallbackChain(nameof(Newer), [|nameof(Blind)|], nameof(PaidC), Requires = (ModelCapabilities)256)] public static partial FallbackChain Chat { get; }
                """)));

    [Theory]
    [InlineData("nameof(Sees), Requires = ModelCapabilities.Vision")]
    [InlineData("nameof(Sees), nameof(Blind), Requires = ModelCapabilities.Tools")]
    [InlineData("nameof(Plain)")]
    [InlineData("nameof(Plain), Requires = ModelCapabilities.None")]
    [InlineData("nameof(PaidC), Requires = ModelCapabilities.Vision")]
    public void A_capability_that_is_present_not_required_or_undeclared_is_not_reported(string arguments) =>
        FindsNothing(Chain(Capable + $"[FallbackChain({arguments})] public static partial FallbackChain Chat {{ get; }}"));
}
