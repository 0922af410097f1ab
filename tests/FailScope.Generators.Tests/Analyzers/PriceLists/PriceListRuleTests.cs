using FailScope.Generators.Tests.Analyzers.Catalog;
using FailScope.Generators.Tests.PriceLists;

namespace FailScope.Generators.Tests.Analyzers.PriceLists;

/// <summary>Tests that apply to every rule about listed models. The project has one OpenRouter list, and its date is 2026-08-01.</summary>
public abstract class PriceListRuleTests : CatalogRuleTests
{
    /// <summary>The name of the list in messages.</summary>
    protected const string List = "prices.json of 2026-07-31";

    private static readonly string Listed = Lists.OpenRouter(
        Lists.Entry("acme/large"),
        Lists.Entry("acme/large:thinking"),
        Lists.Entry("acme/mini", "\"prompt\": \"0.00000015\", \"completion\": \"0.0000006\", \"web_search\": \"0.01\""),
        Lists.Entry("acme/mini:free", "\"prompt\": \"0\", \"completion\": \"0\""),
        Lists.Entry("acme/zero", "\"prompt\": \"0\", \"completion\": \"0\""),
        Lists.Entry("acme/song", "\"prompt\": \"0\", \"completion\": \"0\"", ", \"architecture\": {\"output_modalities\": [\"text\", \"audio\"]}"),
        Lists.Entry("acme/pages", "\"prompt\": \"0\", \"completion\": \"0\", \"request\": \"0.01\""),
        Lists.Entry("acme/router", "\"prompt\": \"-1\", \"completion\": \"-1\""),
        Lists.Entry("acme/tiers", "\"prompt\": \"0.000002\", \"completion\": \"0.000006\", \"overrides\": [{\"min_prompt_tokens\": 200000, \"prompt\": \"0.000004\", \"completion\": \"0.000012\"}]"),
        Lists.Entry("acme/unpriced", "\"prompt\": null"),
        Lists.Entry("acme/served", rest: ", \"context_length\": 1000000, \"top_provider\": {\"context_length\": 131072, \"max_completion_tokens\": 16384}"),
        Lists.Entry("acme/gone", rest: ", \"expiration_date\": \"2026-07-15\""),
        Lists.Entry("acme/soon", rest: ", \"expiration_date\": \"2026-10-30\""),
        Lists.Entry("acme/later", rest: ", \"expiration_date\": \"2026-10-31\""),
        Lists.Entry("acme/never", rest: ", \"expiration_date\": \"2098-12-31\""),
        Lists.Entry("~acme/large-latest"));

    protected override string? PriceList => Listed;

    /// <summary>A catalog with one model at OpenRouter.</summary>
    /// <param name="arguments">The arguments of its attribute; the credential is called <c>C</c>.</param>
    protected static string Model(string arguments) => CatalogWith($"[Model({arguments})] public static partial Model M {{ get; }}");

    /// <summary>A catalog with these members and a credential <c>C</c> at OpenRouter.</summary>
    protected static string CatalogWith(string members, string endpoint = "https://openrouter.ai/api/v1") => $$"""
        using FailScope;

        namespace App;

        [ModelCatalog]
        public static partial class Models
        {
            [Provider("{{endpoint}}")]
            public static partial Provider P { get; }

            [Credential(nameof(P), EnvironmentVariable = "P_KEY")]
            public static partial Credential C { get; }

            {{members}}
        }
        """;
}
