using FailScope.Generators.Diagnostics;

namespace FailScope.Generators.Tests.Analyzers.PriceLists;

public sealed class ExpiredModelTests : PriceListRuleTests
{
    protected override string Id => DiagnosticIds.ExpiredModel;

    protected override string Hit => Model("{|#0:\"acme/gone\"|}, nameof(C)");

    [Fact]
    public void A_model_that_has_expired_is_reported() =>
        Assert.Equal([$"'M' expired on 2026-07-15 according to {List}"], Finds(Model("[|\"acme/gone\"|], nameof(C)")).Select(message => message.Split(';')[0]));

    [Theory]
    [InlineData("acme/soon")]
    [InlineData("acme/never")]
    public void A_model_that_expires_later_is_not_reported(string id) => FindsNothing(Model($"\"{id}\", nameof(C)"));
}
