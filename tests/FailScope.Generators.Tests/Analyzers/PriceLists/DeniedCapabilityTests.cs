using FailScope.Generators.Diagnostics;

namespace FailScope.Generators.Tests.Analyzers.PriceLists;

public sealed class DeniedCapabilityTests : PriceListRuleTests
{
    protected override string Id => DiagnosticIds.DeniedCapability;

    protected override string Hit => Model("\"acme/large\", nameof(C), Capabilities = {|#0:ModelCapabilities.Vision|}");

    [Fact]
    public void A_capability_that_the_list_denies_is_reported() =>
        Assert.Equal(
            [$"'M' declares Vision | Reasoning, which the model does not support according to {List}"],
            Finds(Model("\"acme/large\", nameof(C), Capabilities = [|ModelCapabilities.Tools | ModelCapabilities.Vision | ModelCapabilities.Reasoning|]")));

    [Theory]
    [InlineData("ModelCapabilities.Tools")]
    [InlineData("ModelCapabilities.None")]
    [InlineData("ModelCapabilities.FileInput")]
    public void A_capability_that_the_list_states_or_leaves_open_is_not_reported(string capabilities) => FindsNothing(Model($"\"acme/large\", nameof(C), Capabilities = {capabilities}"));
}
