namespace FailScope.Tool.Tests.New;

/// <summary>Tests with the published lists themselves, if they are in the folder next to the repository.</summary>
public class PublishedListTests
{
    private static readonly string OpenRouter = Path.Combine(RepositoryRoot.DataBeside, "openrouter_models_2026-08-01.json");
    private static readonly string LiteLlm = Path.Combine(RepositoryRoot.DataBeside, "litellm-model-prices_2026-07-24.json");

    [Theory]
    [InlineData("*", 336)]
    [InlineData("*:free", 14)]
    public async Task Models_of_OpenRouters_list_become_a_catalog_that_compiles_without_a_warning(string patterns, int count)
    {
        Assert.SkipUnless(File.Exists(OpenRouter), "OpenRouter's list is not next to the repository.");
        using var tool = new ToolRun();

        ModelCatalog catalog = await Compiled.LoadAsync(await tool.SucceedAsync("new", "--from", OpenRouter, "--models", patterns));

        Assert.Equal(count, catalog.Models.Count);
    }

    [Fact]
    public async Task Models_of_LiteLLMs_list_become_a_catalog_that_compiles_without_a_warning()
    {
        Assert.SkipUnless(File.Exists(LiteLlm), "LiteLLM's list is not next to the repository.");
        using var tool = new ToolRun();

        ModelCatalog catalog = await Compiled.LoadAsync(await tool.SucceedAsync("new", "--from", LiteLlm));

        Assert.True(catalog.Models.Count > 1_000, $"{catalog.Models.Count} models");
    }
}
