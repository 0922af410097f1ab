using FailScope.Generators.Diagnostics;

namespace FailScope.Generators.Tests.Analyzers.Catalog;

public sealed class UnencryptedEndpointTests : CatalogRuleTests
{
    protected override string Id => DiagnosticIds.UnencryptedEndpoint;

    protected override string Hit => Catalog("""[Provider({|#0:"http://openrouter.ai/api/v1"|})] public static partial Provider A { get; }""");

    [Theory]
    [InlineData("http://openrouter.ai/api/v1", "openrouter.ai")]
    [InlineData("http://8.8.8.8", "8.8.8.8")]
    [InlineData("http://172.32.0.1", "172.32.0.1")]
    [InlineData("http://192.169.0.1", "192.169.0.1")]
    [InlineData("http://100.128.0.1", "100.128.0.1")]
    [InlineData("http://[2001:db8::1]", "[2001:db8::1]")]
    [InlineData("http://internal.vendor.com", "internal.vendor.com")]
    public void An_http_address_on_the_public_internet_is_reported(string address, string host) =>
        Assert.Equal(
            [$"The address of 'A' uses http, so requests to '{host}' and the API key in their headers are not encrypted"],
            Finds(Catalog($"[Provider([|\"{address}\"|])] public static partial Provider A {{ get; }}")));

    [Theory]
    [InlineData("https://openrouter.ai/api/v1")]
    [InlineData("http://localhost:11434")]
    [InlineData("http://127.0.0.1:8080")]
    [InlineData("http://127.8.9.10")]
    [InlineData("http://[::1]:8080")]
    [InlineData("http://ollama:11434")]
    [InlineData("http://host.docker.internal:11434")]
    [InlineData("http://llm.default.svc.cluster.local")]
    [InlineData("http://llm.default.svc")]
    [InlineData("http://10.1.2.3")]
    [InlineData("http://172.16.0.1")]
    [InlineData("http://172.31.255.255")]
    [InlineData("http://192.168.1.2")]
    [InlineData("http://169.254.169.254")]
    [InlineData("http://100.64.0.1")]
    [InlineData("http://[fd00::1]")]
    [InlineData("http://[fe80::1]")]
    [InlineData("http://gpu.home.arpa.")]
    public void A_host_on_this_machine_or_a_private_network_is_not_reported(string address) =>
        FindsNothing(Catalog($"[Provider(\"{address}\")] public static partial Provider A {{ get; }}"));
}
