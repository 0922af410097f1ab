using System.Globalization;
using System.Text;
using System.Text.Json;
using FailScope.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FailScope.Generators.Tests.Analyzers.Catalog;

/// <summary>Runs the rules about ids and prices on published lists of models, if there is a copy next to the repository.</summary>
public sealed class PublishedModelsTests
{
    private static readonly string Data = RepositoryRoot.DataBeside;

    [Fact]
    public void Only_true_findings_are_reported_for_the_models_of_OpenRouter()
    {
        using JsonDocument list = Read("openrouter_models*.json");
        var members = new StringBuilder();
        int count = 0;
        foreach (JsonElement model in list.RootElement.GetProperty("data").EnumerateArray())
        {
            JsonElement pricing = model.GetProperty("pricing");
            Append(members, count++, model.GetProperty("id").GetString()!, PerMillion(pricing, "prompt"), PerMillion(pricing, "completion"), model.GetProperty("context_length").GetInt64());
        }

        ILookup<string, Diagnostic> found = Analyze(members);
        Assert.True(count > 300);
        Assert.Equal([], found.Select(group => group.Key).Except([DiagnosticIds.InvalidPrice]));

        // Prices of -1 depend on the request. There is one for each token price.
        Assert.All(found[DiagnosticIds.InvalidPrice], diagnostic => Assert.Contains("'-1000000'", diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal));
    }

    [Fact]
    public void Only_true_findings_are_reported_for_the_models_of_LiteLLM()
    {
        using JsonDocument list = Read("litellm*.json");
        var members = new StringBuilder();
        int count = 0;
        foreach (JsonProperty model in list.RootElement.EnumerateObject().Where(model => model.Value.ValueKind == JsonValueKind.Object))
        {
            Append(members, count++, model.Name, PerMillion(model.Value, "input_cost_per_token"), PerMillion(model.Value, "output_cost_per_token"), 0);
        }

        ILookup<string, Diagnostic> found = Analyze(members);
        Assert.True(count > 2000);
        Assert.Equal([], found.Select(group => group.Key).Except([DiagnosticIds.OneSideZero, DiagnosticIds.FreeInName, DiagnosticIds.InvalidPrice]));
        foreach (IGrouping<string, Diagnostic> group in found)
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"{group.Key}: {group.Count()}, as {group.First().GetMessage(CultureInfo.InvariantCulture)}");
        }
    }

    private static JsonDocument Read(string pattern)
    {
        string? file = Directory.Exists(Data) ? Directory.EnumerateFiles(Data, pattern).FirstOrDefault() : null;
        Assert.SkipWhen(file is null, "There is no copy of the list next to the repository.");
        return JsonDocument.Parse(File.ReadAllText(file));
    }

    private static string? PerMillion(JsonElement prices, string name) =>
        prices.TryGetProperty(name, out JsonElement price) && decimal.TryParse(price.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal usd)
            ? (usd * 1_000_000).ToString("0.############", CultureInfo.InvariantCulture)
            : null;

    private static void Append(StringBuilder members, int number, string id, string? input, string? output, long window)
    {
        members.Append("[Model(").Append(SymbolDisplay.FormatLiteral(id, quote: true)).Append(", nameof(C)");
        members.Append(input is null ? "" : $", InputUsdPerMillion = {input}").Append(output is null ? "" : $", OutputUsdPerMillion = {output}");
        members.Append(window > 0 ? $", ContextWindow = {window}" : "").Append(CultureInfo.InvariantCulture, $")] public static partial Model M{number} {{ get; }}\n");
    }

    private static ILookup<string, Diagnostic> Analyze(StringBuilder members) =>
        CatalogAnalysis.Run(Generation.Sources.Catalog(members.ToString())).ToLookup(diagnostic => diagnostic.Id);
}
