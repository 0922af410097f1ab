using FailScope.CodeFixes.PriceLists;
using FailScope.Generators.Analyzers.Catalog;
using FailScope.Generators.Diagnostics;
using Microsoft.CodeAnalysis.CodeFixes;

namespace FailScope.CodeFixes.Tests.PriceLists;

public sealed class PriceListCodeFixTests
{
    private const string List = """
        {"data": [
          {"id": "acme/large", "created": 1785456000, "context_length": 128000, "pricing": {"prompt": "0.000003", "completion": "0.000015"},
           "architecture": {"input_modalities": ["text", "image"], "output_modalities": ["text"]}, "supported_parameters": ["tools"], "top_provider": {"max_completion_tokens": 8192}},
          {"id": "acme/small", "context_length": 32768, "pricing": {"prompt": "0.00000015", "completion": "0.0000006"}},
          {"id": "acme/small-1", "context_length": 32768, "pricing": {"prompt": "0.00000015", "completion": "0.0000006"}, "expiration_date": "2026-07-01"}
        ]}
        """;

    [Theory]
    [InlineData(DiagnosticIds.PriceDiffers, "InputUsdPerMillion = [|2|], OutputUsdPerMillion = [|1.5e+1 + 1|]", "InputUsdPerMillion = 3, OutputUsdPerMillion = 15")]
    [InlineData(DiagnosticIds.PriceDiffers, "InputUsdPerMillion = /* in */ [|2|] /* dollars */,\n        Free = false", "InputUsdPerMillion = /* in */ 3 /* dollars */,\n        Free = false")]
    [InlineData(DiagnosticIds.ContextWindowDiffers, "ContextWindow = [|200_000|]", "ContextWindow = 128_000")]
    [InlineData(DiagnosticIds.MaxOutputDiffers, "MaxOutputTokens = [|8_193|]", "MaxOutputTokens = 8_192")]
    [InlineData(DiagnosticIds.DeniedCapability, "Capabilities = [|ModelCapabilities.Tools | ModelCapabilities.Vision | ModelCapabilities.Reasoning|]", "Capabilities = ModelCapabilities.Tools | ModelCapabilities.Vision")]
    [InlineData(DiagnosticIds.DeniedCapability, "Capabilities = [|ModelCapabilities.Reasoning|]", "Capabilities = ModelCapabilities.None")]
    public Task A_declared_value_is_replaced_by_the_listed_one(string id, string before, string after) =>
        Changes<ListedValueCodeFix>(id, $"\"acme/large\", nameof(C), {before}", $"\"acme/large\", nameof(C), {after}");

    [Theory]
    [InlineData("", "InputUsdPerMillion = 3, OutputUsdPerMillion = 15, ContextWindow = 128_000, MaxOutputTokens = 8_192, Capabilities = ModelCapabilities.Tools | ModelCapabilities.Vision")]
    [InlineData("ContextWindow = 64_000", "ContextWindow = 64_000, InputUsdPerMillion = 3, OutputUsdPerMillion = 15, MaxOutputTokens = 8_192, Capabilities = ModelCapabilities.Tools | ModelCapabilities.Vision")]
    public Task A_model_without_facts_gets_the_listed_ones(string before, string after) =>
        Changes<ListedModelCodeFix>(DiagnosticIds.UndeclaredPrice, $"[|\"acme/large\"|], nameof(C){(before.Length > 0 ? ", " + before : "")}", $"\"acme/large\", nameof(C), {after}");

    [Theory]
    [InlineData("Free = [|true|]", "InputUsdPerMillion = 0.15, OutputUsdPerMillion = 0.6, ContextWindow = 32_768")]
    [InlineData("InputUsdPerMillion = [|0|], OutputUsdPerMillion = 0.0, ContextWindow = 32_768", "InputUsdPerMillion = 0.15, OutputUsdPerMillion = 0.6, ContextWindow = 32_768")]
    public Task A_model_that_is_not_free_gets_its_listed_price(string before, string after) =>
        Changes<ListedModelCodeFix>(DiagnosticIds.FreeButListedWithPrice, $"\"acme/small\", nameof(C), {before}", $"\"acme/small\", nameof(C), {after}");

    [Theory]
    [InlineData(DiagnosticIds.UnlistedModel, "acme/lagre", "acme/large")]
    [InlineData(DiagnosticIds.UnlistedModel, "large", "acme/large")]
    [InlineData(DiagnosticIds.ExpiredModel, "acme/small-1", "acme/small")]
    public Task An_expired_or_misspelled_id_becomes_the_nearest_listed_one(string id, string before, string after) =>
        Changes<NearestIdCodeFix>(id, $"[|\"{before}\"|], nameof(C)", $"\"{after}\", nameof(C)");

    [Fact]
    public Task A_misspelled_id_of_a_model_with_FromPriceList_becomes_the_nearest_listed_one() =>
        Changes<NearestIdCodeFix>(DiagnosticIds.MissingPriceListEntry, "[|\"acme/lagre\"|], nameof(C), FromPriceList = true", "\"acme/large\", nameof(C), FromPriceList = true");

    [Fact]
    public Task Capabilities_are_written_in_the_style_of_the_file() => Fixing<CatalogAnalyzer, ListedValueCodeFix>.ChangesByList(
        "using static FailScope.ModelCapabilities;\n" + Catalog("\"acme/large\", nameof(C), Capabilities = [|Tools | Reasoning|]"),
        "using static FailScope.ModelCapabilities;\n" + Catalog("\"acme/large\", nameof(C), Capabilities = Tools"),
        List,
        DiagnosticIds.DeniedCapability);

    [Fact]
    public Task A_constant_that_may_have_other_uses_is_not_changed()
    {
        string source = Catalog("[|Id|], nameof(C)").Replace("class Models\n{", "class Models\n{\n    private const string Id = \"acme/lagre\";", StringComparison.Ordinal);
        return Fixing<CatalogAnalyzer, NearestIdCodeFix>.ChangesByList(source, source, List, DiagnosticIds.UnlistedModel);
    }

    private static Task Changes<TCodeFix>(string id, string before, string after)
        where TCodeFix : CodeFixProvider, new() =>
        Fixing<CatalogAnalyzer, TCodeFix>.ChangesByList(Catalog(before), Catalog(after), List, id);

    private static string Catalog(string arguments) => $$"""
        using FailScope;

        namespace App;

        [ModelCatalog]
        public static partial class Models
        {
            [Provider("https://openrouter.ai/api/v1")]
            public static partial Provider P { get; }

            [Credential(nameof(P))]
            public static partial Credential C { get; }

            [Model({{arguments}})]
            public static partial Model M { get; }
        }
        """;
}
