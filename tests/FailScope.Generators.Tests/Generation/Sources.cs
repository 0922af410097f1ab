using System.Text;

namespace FailScope.Generators.Tests.Generation;

/// <summary>Catalogs that are used by several tests.</summary>
internal static class Sources
{
    /// <summary>One OpenRouter key, a priced model first, a free one last: the case for which the package was made.</summary>
    internal const string Founding = """
        using FailScope;

        namespace App;

        [ModelCatalog]
        public static partial class Models
        {
            [Provider("https://openrouter.ai/api/v1")]
            public static partial Provider OpenRouter { get; }

            [Credential(nameof(OpenRouter), EnvironmentVariable = "OPENROUTER_API_KEY")]
            public static partial Credential Main { get; }

            [Model("anthropic/claude-sonnet-4.5", nameof(Main),
                InputUsdPerMillion = 3, OutputUsdPerMillion = 15, ContextWindow = 200_000)]
            public static partial Model Sonnet { get; }

            [Model("meta-llama/llama-3.3-70b-instruct:free", nameof(Main), ContextWindow = 131_072, MaxOutputTokens = 8_192)]
            public static partial Model LlamaFree { get; }

            [FallbackChain(nameof(Sonnet), nameof(LlamaFree), Survives = LossOf.Credit)]
            public static partial FallbackChain Chat { get; }
        }
        """;

    /// <summary>A catalog with the given members, and with provider <c>P</c> and credential <c>C</c>.</summary>
    internal static string Catalog(string members) => $$"""
        using FailScope;

        namespace App;

        [ModelCatalog]
        public static partial class Models
        {
            [Provider("https://p.example/v1")]
            public static partial Provider P { get; }

            [Credential(nameof(P), EnvironmentVariable = "P_KEY")]
            public static partial Credential C { get; }

        {{members}}
        }
        """;

    /// <summary>One chain of many models that alternate between two keys; every fifth model is free.</summary>
    internal static string LongChain(int count)
    {
        var members = new StringBuilder("[Credential(nameof(P))] public static partial Credential D { get; }\n");
        for (int i = 0; i < count; i++)
        {
            string price = i % 5 == 4 ? "Free = true" : "InputUsdPerMillion = 1, OutputUsdPerMillion = 2";
            members.Append($"[Model(\"m{i}\", nameof({(i % 2 == 0 ? "C" : "D")}), {price}, ContextWindow = {1000 * (1 + (i % 7))})] public static partial Model M{i} {{ get; }}\n");
        }

        members.Append($"[FallbackChain({string.Join(", ", Enumerable.Range(0, count).Select(i => $"nameof(M{i})"))})] public static partial FallbackChain Chain {{ get; }}\n");
        return Catalog(members.ToString());
    }
}
