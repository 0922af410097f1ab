using System.Text.Json;

namespace FailScope.Demo.Tests;

public sealed class CatalogTests
{
    [Fact]
    public void The_catalog_has_enough_of_everything_to_show_every_failure()
    {
        Assert.True(Models.Catalog.Models.Count >= 25);
        Assert.True(Models.Catalog.Providers.Count >= 5);
        Assert.True(Models.Catalog.Chains.Count >= 6);
        Assert.Contains(Models.Catalog.Accounts, account => Models.Catalog.Credentials.Count(credential => credential.Account == account) > 1);
    }

    [Fact]
    public void The_Chat_chain_has_one_key_with_priced_models_first_and_a_free_one_last()
    {
        FallbackChain chain = Models.Chat;
        Assert.Single(chain.Models.Select(model => model.Credential).Distinct());
        Assert.Equal([false, false, false, true], chain.Models.Select(model => model.IsFree));
        Assert.True(chain.SurvivalContract.HasFlag(LossOf.Credit));
    }

    [Fact]
    public void Every_chain_survives_its_declared_losses()
    {
        Assert.All(Models.Catalog.Chains, chain => Assert.True(chain.Survives(chain.SurvivalContract), chain.Name));
    }

    [Fact]
    public void Every_credential_has_its_own_environment_variable()
    {
        Assert.Equal(Models.Catalog.Credentials.Count, Models.Catalog.Credentials.Select(credential => credential.EnvironmentVariable).OfType<string>().Distinct().Count());
    }

    [Fact]
    public void The_models_of_OpenRouter_have_its_list_prices()
    {
        using JsonDocument list = Open("openrouter_models_*.json");
        Dictionary<string, JsonElement> listed = list.RootElement.GetProperty("data").EnumerateArray().ToDictionary(model => model.GetProperty("id").GetString()!);
        Assert.All(Models.Catalog.Models.Where(model => model.Provider == Models.OpenRouter), model =>
        {
            JsonElement entry = listed[model.Id];
            decimal? input = PerMillion(entry.GetProperty("pricing"), "prompt");
            decimal? output = PerMillion(entry.GetProperty("pricing"), "completion");
            Assert.Equal(model.IsFree, input == 0 && output == 0);
            Assert.Equal((input, output), model.IsFree ? (0, 0) : (model.Pricing.InputUsdPerMillion, model.Pricing.OutputUsdPerMillion));
            Assert.Equal(entry.GetProperty("context_length").GetInt64(), model.ContextWindow);
        });
    }

    [Fact]
    public void The_models_of_the_other_providers_have_their_list_prices()
    {
        using JsonDocument list = Open("litellm-model-prices_*.json");
        Assert.All(Models.Catalog.Models.Where(model => model.Provider != Models.OpenRouter), model =>
        {
            JsonElement entry = new[] { model.Id, $"{model.Provider.Name.ToLowerInvariant()}/{model.Id}" }
                .Select(id => list.RootElement.TryGetProperty(id, out JsonElement found) ? found : default)
                .First(found => found.ValueKind == JsonValueKind.Object);
            Assert.Equal(
                (PerMillion(entry, "input_cost_per_token"), PerMillion(entry, "output_cost_per_token"), PerMillion(entry, "cache_read_input_token_cost")),
                (model.Pricing.InputUsdPerMillion, model.Pricing.OutputUsdPerMillion, model.Pricing.CacheReadUsdPerMillion));
            Assert.Equal((entry.GetProperty("max_input_tokens").GetInt64(), entry.GetProperty("max_output_tokens").GetInt64()), (model.ContextWindow, model.MaxOutputTokens));
        });
    }

    private static decimal? PerMillion(JsonElement prices, string name) =>
        !prices.TryGetProperty(name, out JsonElement price) ? null
        : decimal.Round((decimal)(price.ValueKind == JsonValueKind.String ? double.Parse(price.GetString()!, System.Globalization.CultureInfo.InvariantCulture) : price.GetDouble()) * 1_000_000, 6);

    /// <summary>Opens a price list, if there is one in the folder next to the repository.</summary>
    private static JsonDocument Open(string pattern)
    {
        string data = RepositoryRoot.DataBeside;
        string[] files = Directory.Exists(data) ? Directory.GetFiles(data, pattern) : [];
        Assert.SkipWhen(files.Length == 0, "There is no price list next to the repository.");
        return JsonDocument.Parse(File.ReadAllBytes(files[0]));
    }
}
