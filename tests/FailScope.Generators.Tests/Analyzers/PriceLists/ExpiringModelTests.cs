using FailScope.Generators.Diagnostics;

namespace FailScope.Generators.Tests.Analyzers.PriceLists;

public sealed class ExpiringModelTests : PriceListRuleTests
{
    protected override string Id => DiagnosticIds.ExpiringModel;

    protected override string Hit => Model("{|#0:\"acme/soon\"|}, nameof(C)");

    [Fact]
    public void A_model_that_expires_within_90_days_is_reported() =>
        Assert.Equal([$"'M' expires on 2026-10-30, 90 days after 2026-08-01, according to {List}"], Finds(Model("[|\"acme/soon\"|], nameof(C)")));

    [Theory]
    [InlineData("acme/later")]
    [InlineData("acme/never")]
    [InlineData("acme/large")]
    [InlineData("acme/gone")]
    public void A_model_that_expires_later_or_never_or_has_expired_is_not_reported(string id) => FindsNothing(Model($"\"{id}\", nameof(C)"));
}
