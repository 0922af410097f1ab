using FailScope.Generators.Analyzers.Catalog;
using Microsoft.CodeAnalysis.CodeFixes;

namespace FailScope.CodeFixes.Tests.Catalog;

/// <summary>Applies the fix of one catalog rule to the members of a catalog.</summary>
internal sealed class CatalogFixing<TCodeFix>(string id)
    where TCodeFix : CodeFixProvider, new()
{
    /// <summary>The rest of the catalog: a provider <c>P</c>, a key <c>C</c> and two models.</summary>
    internal static string Catalog(string members) => $$"""
        using FailScope;

        namespace App;

        [ModelCatalog]
        public static partial class Models
        {
            [Provider("https://p.example/v1")]
            public static partial Provider P { get; }

            [Credential(nameof(P))]
            public static partial Credential C { get; }

            [Model("sonnet", nameof(C), InputUsdPerMillion = 3, OutputUsdPerMillion = 15)]
            public static partial Model Sonnet { get; }

            [Model("llama:free", nameof(C))]
            public static partial Model Llama { get; }

            {{members}}
        }
        """;

    internal Task Changes(string members, string expected) => Fixing<CatalogAnalyzer, TCodeFix>.Changes(Catalog(members), Catalog(expected), only: id);

    internal Task ChangesFile(string source, string expected) => Fixing<CatalogAnalyzer, TCodeFix>.Changes(source, expected, only: id);

    internal Task ChangesFiles(string[] sources, string[] expected) => Fixing<CatalogAnalyzer, TCodeFix>.Changes(sources, expected, only: id);

    internal Task OffersNothing(string members) => Fixing<CatalogAnalyzer, TCodeFix>.OffersNothing(Catalog(members), only: id);
}
