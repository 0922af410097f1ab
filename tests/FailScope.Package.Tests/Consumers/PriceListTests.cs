using FailScope.Package.Tests.Packing;

namespace FailScope.Package.Tests.Consumers;

/// <summary>The item and the properties for price lists, through the package's own targets.</summary>
[Collection<ConsumerCollection>]
public sealed class PriceListTests(ConsumerWorkspace workspace)
{
    private const string List = """
        {"data": [{"id": "acme/large", "created": 1785456000, "context_length": 128000, "pricing": {"prompt": "0.000003", "completion": "0.000015"},
          "architecture": {"input_modalities": ["text"], "output_modalities": ["text"]}, "supported_parameters": ["tools"]}]}
        """;

    private const string Program = """
        Console.WriteLine(App.Models.Large.Pricing.InputUsdPerMillion + " " + App.Models.Large.ContextWindow);
        """;

    [Fact]
    public async Task A_price_list_in_the_project_supplies_prices_and_checks_them()
    {
        Consumer consumer = workspace.CreateConsumer()
            .WriteProject("App", ConsumerSources.Console + "<FailScopePricesDate>2026-08-01</FailScopePricesDate>", ConsumerSources.Runtime + """<FailScopePrices Include="prices.json" Provider="Gateway=openrouter" />""")
            .Write("App/prices.json", List)
            .Write("App/Models.cs", Catalog("FromPriceList = true"))
            .Write("App/Program.cs", Program);

        await consumer.BuildAsync("App");

        Assert.Equal(["3 128000"], await consumer.RunAsync("App"));

        consumer.Write("App/Models.cs", Catalog("InputUsdPerMillion = 2, OutputUsdPerMillion = 15"));
        CommandResult build = await consumer.TryBuildAsync("App");
        Assert.Contains("error FSC4020: 'Large' declares InputUsdPerMillion = 2, but prices.json of 2026-07-31 has 3", build.Output, StringComparison.Ordinal);

        // A list is an input of the build, so changing only the list builds again.
        consumer.Write("App/prices.json", List.Replace("0.000003", "0.000002", StringComparison.Ordinal));
        await consumer.BuildAsync("App");
        consumer.Write("App/prices.json", "{");
        build = await consumer.TryBuildAsync("App");
        Assert.Contains("prices.json(1,2): error FSC4001", build.Output, StringComparison.Ordinal);
    }

    private static string Catalog(string facts) => $$"""
        using FailScope;

        namespace App;

        [ModelCatalog]
        public static partial class Models
        {
            [Provider("https://gateway.example/v1")]
            public static partial Provider Gateway { get; }

            [Credential(nameof(Gateway), EnvironmentVariable = "KEY")]
            public static partial Credential Key { get; }

            [Model("acme/large", nameof(Key), {{facts}})]
            public static partial Model Large { get; }
        }
        """;
}
