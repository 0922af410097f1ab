using CsCheck;

namespace FailScope.Tool.Tests.New;

public class NewFromListTests
{
    private static readonly string[] AnyOf = ["a", "B", "7", "-", ".", ":", "_", "/", "é", "\"", "\\", "<", "&", "*", "free", ":free", "model", "catalog", "@", "x-ai/", "{", "'"];

    [Fact]
    public async Task All_models_of_a_list_become_a_catalog_that_compiles_without_a_warning()
    {
        using ToolRun tool = new ToolRun().Write("list.json", Lists.OpenRouter);

        ModelCatalog catalog = await Compiled.LoadAsync(await tool.SucceedAsync("new", "--from", "list.json"));

        Assert.Equal(
            ["acme/large-2.5", "acme/small", "zoo/parrot-4-26b:free", "zoo/song", "zoo/auto", "~zoo/parrot-latest"],
            catalog.Models.Select(model => model.Id));
        Assert.Equal(["Large25", "Small", "Parrot4_26BFree", "Song", "Auto", "ParrotLatest"], catalog.Models.Select(model => model.Name));
        Assert.Equal("https://openrouter.ai/api/v1", Assert.Single(catalog.Providers).Endpoint.OriginalString);
        Assert.Equal("OPENROUTER_API_KEY", Assert.Single(catalog.Credentials).EnvironmentVariable);
    }

    [Fact]
    public async Task Prices_window_and_capabilities_come_from_the_list()
    {
        using ToolRun tool = new ToolRun().Write("list.json", Lists.OpenRouter);

        ModelCatalog catalog = await Compiled.LoadAsync(await tool.SucceedAsync("new", "--from", "list.json", "--models", "acme/large*"));

        Model model = Assert.Single(catalog.Models);
        Assert.Equal(new ModelPricing { InputUsdPerMillion = 3, OutputUsdPerMillion = 15, CacheReadUsdPerMillion = 0.3m }, model.Pricing);
        Assert.Equal(200_000, model.ContextWindow);
        Assert.Equal(64_000, model.MaxOutputTokens);
        Assert.Equal(ModelCapabilities.Tools | ModelCapabilities.Vision | ModelCapabilities.StructuredOutput | ModelCapabilities.Reasoning, model.Capabilities);
    }

    /// <summary>A token price of 0 does not make a model free if songs are billed, and -1 is not a price.</summary>
    [Fact]
    public async Task Only_models_that_are_certainly_free_are_declared_free()
    {
        using ToolRun tool = new ToolRun().Write("list.json", Lists.OpenRouter);

        ModelCatalog catalog = await Compiled.LoadAsync(await tool.SucceedAsync("new", "--from", "list.json"));

        Assert.Equal(["zoo/parrot-4-26b:free"], catalog.Models.Where(model => model.IsFree).Select(model => model.Id));
        Assert.Equal(ModelPricing.Undeclared, catalog.Models.Single(model => model.Id == "zoo/auto").Pricing);
    }

    [Theory]
    [InlineData("zoo/parrot:free:online", "0", "0", false)]
    [InlineData("zoo/parrot:freedom", "0", "0", true)]
    [InlineData("zoo/parrot:free", "0.000001", "0", false)]
    [InlineData("zoo/free-parrot", "0", "0.00025", false)]
    public async Task An_ambiguous_model_is_written_so_that_no_rule_reports_it(string id, string prompt, string completion, bool isFree)
    {
        using ToolRun tool = new ToolRun().Write("list.json", Lists.Of([(id, prompt, completion)]));

        ModelCatalog catalog = await Compiled.LoadAsync(await tool.SucceedAsync("new", "--from", "list.json"));

        Assert.Equal(isFree, Assert.Single(catalog.Models).IsFree);
    }

    [Fact]
    public async Task Prices_without_a_property_are_written_as_a_comment()
    {
        using ToolRun tool = new ToolRun().Write("list.json", Lists.OpenRouter);

        string source = await tool.SucceedAsync("new", "--from", "list.json");

        Assert.Contains("// Its price depends on the request.", source, StringComparison.Ordinal);
        Assert.Contains("// Expires on 2026-12-24.", source, StringComparison.Ordinal);
        Assert.Contains("// An alias for the newest model of a family", source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_few_models_become_one_chain_in_the_order_of_the_patterns_with_Survives()
    {
        using ToolRun tool = new ToolRun().Write("list.json", Lists.OpenRouter);

        ModelCatalog catalog = await Compiled.LoadAsync(await tool.SucceedAsync("new", "--from", "list.json", "--models", "*:free,acme/*"));

        FallbackChain chain = Assert.Single(catalog.Chains);
        Assert.Equal("Chat", chain.Name);
        Assert.Equal(["Parrot4_26BFree", "Large25", "Small"], chain.Models.Select(model => model.Name));
        Assert.Contains("Survives = LossOf.Credit | LossOf.Model | LossOf.FreeQuota", tool.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exactly_the_requested_chains_are_written()
    {
        using ToolRun tool = new ToolRun().Write("list.json", Lists.OpenRouter);

        ModelCatalog catalog = await Compiled.LoadAsync(await tool.SucceedAsync(
            "new", "--from", "list.json", "--chain", "Chat=acme/*", "--chain", "Small=*:free,*small"));

        Assert.Equal(["Chat: Large25 → AcmeSmall", "Small: Parrot4_26BFree → AcmeSmall"], catalog.Chains.Select(chain => chain.ToString()));
        Assert.Contains("Survives = LossOf.Model)", tool.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_too_many_models_no_chain_is_written_and_standard_error_says_what_to_do()
    {
        using ToolRun tool = new ToolRun().Write("list.json", Lists.Of(Enumerable.Range(0, 17).Select(i => ($"acme/m{i}", "0.000001", "0.000001"))));

        ModelCatalog catalog = await Compiled.LoadAsync(await tool.SucceedAsync("new", "--from", "list.json"));

        Assert.Empty(catalog.Chains);
        Assert.Contains("--chain 'Chat=", tool.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Class_namespace_accessibility_key_and_address_can_be_set()
    {
        using ToolRun tool = new ToolRun().Write("list.json", Lists.OpenRouter);

        ModelCatalog catalog = await Compiled.LoadAsync(
            await tool.SucceedAsync(
                "new", "--from", "list.json", "--class", "Large25", "--namespace", "Shop.Ai", "--public", "--key", "SHOP_KEY", "--endpoint", "openrouter=https://proxy.example.com/v1", "--no-chain"),
            "Shop.Ai.Large25");

        Assert.Contains("public static partial class Large25", tool.Output, StringComparison.Ordinal);
        Assert.Equal("SHOP_KEY", catalog.Credentials[0].EnvironmentVariable);
        Assert.Equal("https://proxy.example.com/v1", catalog.Providers[0].Endpoint.OriginalString);
        Assert.Equal("AcmeLarge25", catalog.Models[0].Name);
        Assert.Empty(catalog.Chains);
    }

    [Fact]
    public async Task One_provider_of_a_list_can_be_selected_and_those_without_an_address_are_reported()
    {
        using ToolRun tool = new ToolRun().Write("list.json", Lists.LiteLlm);

        ModelCatalog all = await Compiled.LoadAsync(await tool.SucceedAsync("new", "--from", "list.json"));
        Assert.Equal(["swift-8b", "gpt-9"], all.Models.Select(model => model.Id));
        Assert.Equal(["GROQ_API_KEY", "OPENAI_API_KEY"], all.Credentials.Select(credential => credential.EnvironmentVariable));
        Assert.Contains("--endpoint nowhere=https://", tool.Error, StringComparison.Ordinal);

        ModelCatalog one = await Compiled.LoadAsync(await tool.SucceedAsync("new", "--from", "list.json", "--provider", "groq"));
        Assert.Equal(["swift-8b"], one.Models.Select(model => model.Id));
    }

    [Fact]
    public async Task An_output_file_is_replaced_only_on_request()
    {
        using ToolRun tool = new ToolRun().Write("list.json", Lists.OpenRouter).Write("Models.cs", "mine");

        Assert.Contains("--force", await tool.FailAsync(ExitCode.Usage, "new", "--from", "list.json", "-o", "Models.cs"), StringComparison.Ordinal);
        Assert.Equal("mine", tool.Read("Models.cs"));

        await tool.SucceedAsync("new", "--from", "list.json", "-o", "Models.cs", "--force");
        Assert.StartsWith("// 6 of the 6 models in list.json", tool.Read("Models.cs"), StringComparison.Ordinal);
        Assert.Equal(2, Directory.GetFiles(tool.Folder).Length);
    }

    [Fact]
    public async Task The_same_list_gives_the_same_output()
    {
        using ToolRun tool = new ToolRun().Write("list.json", Lists.OpenRouter);

        Assert.Equal(await tool.SucceedAsync("new", "--from", "list.json"), await tool.SucceedAsync("new", "--from", "list.json"));
    }

    [Theory]
    [InlineData("pass a price list with --from", "new")]
    [InlineData("no model of list.json matches nothing", "new", "--from", "list.json", "--models", "nothing")]
    [InlineData("It has: openrouter", "new", "--from", "list.json", "--provider", "groq")]
    [InlineData("no selected model matches the chain", "new", "--from", "list.json", "--chain", "Chat=nothing")]
    [InlineData("is not a valid name for a C# class", "new", "--from", "list.json", "--class", "class")]
    [InlineData("is not a valid name for a C# namespace", "new", "--from", "list.json", "--namespace", "a.1")]
    [InlineData("never a key", "new", "--from", "list.json", "--key", "sk-or-v1-0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    [InlineData("absolute http or https", "new", "--from", "list.json", "--endpoint", "openrouter=ftp://x")]
    public async Task An_invalid_argument_is_reported_on_standard_error(string message, params string[] arguments)
    {
        using ToolRun tool = new ToolRun().Write("list.json", Lists.OpenRouter);

        string error = await tool.FailAsync(ExitCode.Usage, arguments);

        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.DoesNotContain("0123456789abcdef", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"data\": [", "list.json(1,")]
    [InlineData("{}", "list.json(1,1)")]
    [InlineData("", "list.json(1,1)")]
    public async Task An_unreadable_list_is_reported_with_the_position(string text, string place)
    {
        using ToolRun tool = new ToolRun().Write("list.json", text);

        Assert.Contains(place, await tool.FailAsync(ExitCode.Unreadable, "new", "--from", "list.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_list_is_reported()
    {
        using var tool = new ToolRun();

        Assert.Contains("list.json", await tool.FailAsync(ExitCode.Unreadable, "new", "--from", "list.json"), StringComparison.Ordinal);
    }

    /// <summary>With any ids and prices in a list, the catalog compiles without a warning and contains every model once.</summary>
    [Fact]
    public async Task Any_ids_and_prices_become_a_catalog_that_compiles_without_a_warning()
    {
        Gen<string> id = Gen.Int[0, AnyOf.Length - 1].Select(i => AnyOf[i]).Array[1, 8].Select(parts => string.Concat(parts));
        string[] prices = ["0", "0.000001", "0.00000025", "-1", "1e-7", "12"];
        Gen<string> price = Gen.Int[0, prices.Length - 1].Select(i => prices[i]);
        var models = new HashSet<(string Id, string Prompt, string Completion)>();
        Gen.Select(id, price, price).Sample(model => { lock (models) { models.Add(model); } }, iter: 2_000, threads: 1);
        (string Id, string Prompt, string Completion)[] distinct = [.. models.DistinctBy(model => model.Id).Take(400)];
        using ToolRun tool = new ToolRun().Write("list.json", Lists.Of(distinct));

        ModelCatalog catalog = await Compiled.LoadAsync(await tool.SucceedAsync("new", "--from", "list.json"));

        Assert.Equal(distinct.Select(model => model.Id).Order(StringComparer.Ordinal), catalog.Models.Select(model => model.Id).Order(StringComparer.Ordinal));
        Assert.Equal(catalog.Models.Count, catalog.Models.Select(model => model.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }
}
