using FailScope.Generators.Diagnostics;

namespace FailScope.Generators.Tests.Analyzers.Catalog;

public sealed class InvalidEndpointTests : CatalogRuleTests
{
    protected override string Id => DiagnosticIds.InvalidEndpoint;

    protected override string Hit => Catalog("""[Provider({|#0:"openrouter.ai/api/v1"|})] public static partial Provider A { get; }""");

    [Theory]
    [InlineData("openrouter.ai/api/v1")]
    [InlineData("ftp://openrouter.ai")]
    [InlineData("/api/v1")]
    [InlineData("https://")]
    [InlineData("https:///v1")]
    [InlineData("http//openrouter.ai")]
    [InlineData("file:///etc/hosts")]
    public void An_address_that_no_request_can_be_sent_to_is_reported(string address) =>
        Assert.Equal(
            [$"The address of 'A' is not an absolute http or https URI: '{address}'"],
            Finds(Catalog($"[Provider([|\"{address}\"|])] public static partial Provider A {{ get; }}")));

    [Theory]
    [InlineData("https://openrouter.ai/api/v1")]
    [InlineData("HTTPS://OPENROUTER.AI")]
    [InlineData("http://localhost:11434")]
    [InlineData("https://[::1]:8080/v1")]
    [InlineData("https://bücher.example")]
    public void A_valid_address_is_not_reported(string address) => FindsNothing(Catalog($"[Provider(\"{address}\")] public static partial Provider A {{ get; }}"));
}
