using FailScope.CodeFixes.PriceLists;
using FailScope.Generators.Analyzers.Catalog;
using FailScope.Generators.Diagnostics;

namespace FailScope.CodeFixes.Tests.PriceLists;

public sealed class AddListedModelCodeFixTests
{
    private const string List = """
        {"data": [
          {"id": "acme/large-4.5", "pricing": {"prompt": "0.000003", "completion": "0.000015"}},
          {"id": "acme/large:free", "pricing": {"prompt": "0", "completion": "0"}},
          {"id": "acme/twin", "pricing": {"prompt": "0.000003", "completion": "0.000015"}},
          {"id": "other/twin", "pricing": {"prompt": "0.000003", "completion": "0.000015"}},
          {"id": "acme/chat", "pricing": {"prompt": "0.000003", "completion": "0.000015"}}
        ]}
        """;

    private const string Small = """
            [Model("acme/small", nameof(C))]
            public static partial Model Small { get; }
        """;

    [Theory]
    [InlineData("[|\"acme/large-4.5\"|]", "acme/large-4.5", "Large45")]
    [InlineData("[|nameof({|CS0103:Large45|})|]", "acme/large-4.5", "Large45")]
    [InlineData("/* free */ [|\"acme/large:free\"|]", "acme/large:free", "LargeFree", "/* free */ ")]
    [InlineData("[|\"other/twin\"|]", "other/twin", "Twin")]
    [InlineData("[|\"acme/chat\"|]", "acme/chat", "Chat_2")]
    public Task A_listed_model_that_a_chain_refers_to_becomes_a_member(string reference, string id, string member, string kept = "") => Changes(
        $$"""
        {{Small}}

            /// <summary>Mine.</summary>
            [FallbackChain(nameof(Small), {{reference}})]
            public static partial FallbackChain Chat { get; }
        """,
        $$"""
        {{Small}}

            [Model("{{id}}", nameof(C), FromPriceList = true)]
            public static partial Model {{member}} { get; }

            /// <summary>Mine.</summary>
            [FallbackChain(nameof(Small), {{kept}}nameof({{member}}))]
            public static partial FallbackChain Chat { get; }
        """);

    [Fact]
    public Task The_member_is_written_in_the_style_of_the_file() => Changes(
        """
            [FailScope.FallbackChain([|"acme/twin"|])] internal static partial FallbackChain Chat { get; }
            private sealed class Model;
        """,
        """
            [Model("acme/twin", nameof(C), FromPriceList = true)]
            internal static partial global::FailScope.Model Twin { get; }

            [FailScope.FallbackChain(nameof(Twin))] internal static partial FallbackChain Chat { get; }
            private sealed class Model;
        """);

    [Fact]
    public Task The_member_uses_the_key_that_the_chain_uses() => Changes(
        $$"""
            [Credential(nameof(P))] public static partial Credential Other { get; }
        {{Small}}
            [FallbackChain(nameof(Small), [|"acme/large:free"|])]
            public static partial FallbackChain Chat { get; }
        """,
        $$"""
            [Credential(nameof(P))] public static partial Credential Other { get; }
        {{Small}}
            [Model("acme/large:free", nameof(C), FromPriceList = true)]
            public static partial Model LargeFree { get; }
            [FallbackChain(nameof(Small), nameof(LargeFree))]
            public static partial FallbackChain Chat { get; }
        """);

    [Theory]
    [InlineData("[Credential(nameof(P))] public static partial Credential Other { get; } [FallbackChain([|\"acme/large:free\"|])] public static partial FallbackChain Chat { get; }")]
    [InlineData("[FallbackChain([|nameof({|CS0103:Twin|})|])] public static partial FallbackChain Chat { get; }")]
    [InlineData("[FallbackChain([|\"acme/nothing\"|])] public static partial FallbackChain Chat { get; }")]
    [InlineData("[Model(\"a\", [|\"acme/twin\"|])] public static partial Model A { get; }")]
    [InlineData("#if true\n[FallbackChain([|\"acme/twin\"|])] public static partial FallbackChain Chat { get; }\n#endif")]
    public Task Without_a_single_correct_change_no_fix_is_offered(string members) => Changes(members, members);

    private static Task Changes(string before, string after) => Fixing<CatalogAnalyzer, AddListedModelCodeFix>.ChangesByList(Catalog(before), Catalog(after), List, DiagnosticIds.UnknownReference);

    private static string Catalog(string members) => $$"""
        using FailScope;

        namespace App;

        [ModelCatalog]
        public static partial class Models
        {
            [Provider("https://openrouter.ai/api/v1")]
            public static partial Provider P { get; }

            [Credential(nameof(P))]
            public static partial Credential C { get; }

        {{members}}
        }
        """;
}
