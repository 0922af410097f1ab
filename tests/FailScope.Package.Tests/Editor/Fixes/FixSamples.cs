namespace FailScope.Package.Tests.Editor.Fixes;

/// <summary>At least one sample of each rule that has a fix.</summary>
internal static partial class FixSamples
{
    /// <summary>The price list that the catalogs of the samples are compared with.</summary>
    internal const string PriceList = """
        {"data": [
          {"id": "anthropic/claude-sonnet-4.5", "created": 1785456000, "context_length": 200000, "pricing": {"prompt": "0.000003", "completion": "0.000015"},
           "architecture": {"input_modalities": ["text", "image"], "output_modalities": ["text"]}, "supported_parameters": ["tools"], "top_provider": {"max_completion_tokens": 64000}},
          {"id": "anthropic/claude-haiku-4.5", "context_length": 200000, "pricing": {"prompt": "0.000001", "completion": "0.000005"}},
          {"id": "anthropic/claude-haiku-4", "context_length": 200000, "pricing": {"prompt": "0.000001", "completion": "0.000005"}, "expiration_date": "2026-07-01"},
          {"id": "openai/gpt-oss-20b:free", "context_length": 131072, "pricing": {"prompt": "0", "completion": "0"}}
        ]}
        """;

    internal static IReadOnlyList<FixSample> All { get; } = [.. OfTheCatalog, .. OfChains, .. OfUse, .. OfPriceLists];

    internal static FixSample Named(string name) => All.Single(sample => sample.Name == name);

    /// <summary>A sample with a mistake in the members of a catalog with two models, one of them free.</summary>
    private static FixSample InCatalog(string name, string title, string before, string after) => new(name, title, Catalog(before), Catalog(after));

    private static string Catalog(string members) => $$"""
        // What the app calls.
        using FailScope;

        namespace NAMESPACE;

        /// <summary>The models.</summary>
        [ModelCatalog]
        public static partial class Models
        {
            [Provider("https://openrouter.ai/api/v1")]
            public static partial Provider OpenRouter { get; }

            // One key for all.
            [Credential(nameof(OpenRouter), EnvironmentVariable = "OPENROUTER_API_KEY")]
            public static partial Credential Main { get; }

            [Model("anthropic/claude-sonnet-4.5", nameof(Main), InputUsdPerMillion = 3, OutputUsdPerMillion = 15)]
            public static partial Model Sonnet { get; }

            [Model("openai/gpt-oss-20b:free", nameof(Main))]
            public static partial Model GptOssFree { get; }

        {{Indent(members, 4)}}
        }

        """;

    /// <summary>A sample with a mistake in a class of the app.</summary>
    private static FixSample InClass(string name, string title, string before, string after, string imported = "using FailScope;", string? importedAfter = null) =>
        new(name, title, Class(before, imported), Class(after, importedAfter ?? imported));

    private static string Class(string members, string imports) => $$"""
        // Chooses a model.
        {{imports}}

        namespace NAMESPACE;

        public static class Choice
        {
        {{Indent(members, 4)}}
        }

        """;

    private static string Indent(string text, int depth) =>
        string.Join('\n', text.Split('\n').Select(line => line.Length == 0 ? line : new string(' ', depth) + line));
}
