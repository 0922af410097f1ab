using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FailScope.Generators.Tests.Generation;

public class CatalogShapeTests
{
    [Fact]
    public void The_example_catalog_compiles_without_a_warning_and_lists_all_members()
    {
        Assert.Empty(GeneratorHarness.Diagnose(GeneratorHarness.Compile(Sources.Founding)));
        ModelCatalog catalog = GeneratorHarness.Load("App.Models", Sources.Founding);

        Assert.Equal("App.Models", catalog.Name);
        Assert.Equal("https://openrouter.ai/api/v1", Assert.Single(catalog.Providers).Endpoint.ToString());
        Credential main = Assert.Single(catalog.Credentials);
        Assert.Equal("OPENROUTER_API_KEY", main.EnvironmentVariable);
        Assert.Equal(["Main"], catalog.Accounts.Select(account => account.Name));
        Assert.Equal(["Sonnet", "LlamaFree"], catalog.Models.Select(model => model.Name));
        Assert.Equal([false, true], catalog.Models.Select(model => model.IsFree));
        Assert.Equal(15m, catalog.Models[0].Pricing.OutputUsdPerMillion);
        Assert.Equal((131_072, 8_192), (catalog.Models[1].ContextWindow, catalog.Models[1].MaxOutputTokens));
        FallbackChain chat = Assert.Single(catalog.Chains);
        Assert.Equal(LossOf.Credit, chat.SurvivalContract);
        Assert.Same(main, chat.Models[0].Credential);
    }

    [Fact]
    public void Every_scope_key_contains_its_kind_the_catalog_and_the_member()
    {
        ModelCatalog catalog = GeneratorHarness.Load("App.Models", Sources.Founding);
        Credential main = catalog.Credentials[0];

        Assert.Equal("provider:App.Models/OpenRouter", catalog.Providers[0].ProviderScope.Value);
        Assert.Equal("credential:App.Models/Main", main.CredentialScope.Value);
        Assert.Equal("key-budget:App.Models/Main", main.KeyBudgetScope.Value);
        Assert.Equal("credit:App.Models/Main", main.CreditScope.Value);
        Assert.Equal("free-quota:App.Models/Main", main.FreeQuotaScope.Value);
        Assert.Equal("usage-limit:App.Models/Main", main.UsageLimitScope.Value);
        Assert.Equal("model:App.Models/Sonnet", catalog.Models[0].ModelScope.Value);
    }

    [Fact]
    public void A_catalog_may_be_split_over_files_in_any_order()
    {
        string[] parts =
        [
            "namespace App; partial class Models { [FailScope.FallbackChain(nameof(B), nameof(A))] public static partial FailScope.FallbackChain Chain { get; } }",
            "using FailScope; namespace App { partial class Models { [Model(\"a\", nameof(C))] public static partial Model A { get; } [Model(\"b\", nameof(C))] public static partial Model B { get; } } }",
            "using FailScope; namespace App { [ModelCatalog] public static partial class Models { [Credential(nameof(P))] public static partial Credential C { get; } } }",
            "namespace App; using FailScope; public partial class Models { [Provider(\"https://p.example\")] internal static partial Provider P { get; } }",
        ];
        CSharpCompilation compilation = GeneratorHarness.Compile(parts);
        string text = Assert.Single(GeneratorHarness.Run(compilation).GeneratedSources).SourceText.ToString();

        Assert.Empty(GeneratorHarness.Diagnose(compilation));
        SyntaxTree[] trees = [.. compilation.SyntaxTrees.Reverse()];
        CSharpCompilation reversed = compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(trees);
        Assert.Equal(text, Assert.Single(GeneratorHarness.Run(reversed).GeneratedSources).SourceText.ToString());
        Assert.Equal(["B", "A"], GeneratorHarness.Load("App.Models", parts).Chains[0].Models.Select(model => model.Name));
    }

    [Theory]
    [InlineData("EmbeddingSpace = \"small/1536\"", "small/1536")]
    [InlineData("EmbeddingSpace = \"a\\\"b\"", "a\"b")]
    [InlineData("EmbeddingSpace = nameof(P)", "P")]
    [InlineData("EmbeddingSpace = \" \"", null)]
    [InlineData("EmbeddingSpace = null", null)]
    [InlineData("ContextWindow = 1", null)]
    public void The_embedding_space_of_a_model_is_generated(string argument, string? space)
    {
        string source = Sources.Catalog($"[Model(\"a\", nameof(C), {argument})] public static partial Model A {{ get; }}");
        Assert.Empty(GeneratorHarness.Diagnose(GeneratorHarness.Compile(source)));
        Assert.Equal(space, Assert.Single(GeneratorHarness.Load("App.Models", source).Models).EmbeddingSpace);
    }

    [Fact]
    public void The_generated_text_does_not_depend_on_the_culture()
    {
        string source = Sources.Catalog("""
                [Model("i/ı", nameof(C), InputUsdPerMillion = 1.25, OutputUsdPerMillion = 1234.5, UsdPerRequest = 0.5, ContextWindow = 1_000_000)]
                public static partial Model I { get; }
                [FallbackChain(nameof(I))] public static partial FallbackChain Chain { get; }
            """);
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            string[] texts = [.. new[] { "", "tr-TR", "fi-FI", "ar-SA" }.Select(culture =>
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                return GeneratorHarness.Generate(source);
            })];

            Assert.Contains("UsdPerRequest = 0.5m", texts[0]);
            Assert.All(texts, text => Assert.Equal(texts[0], text));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("App.Outer+Models", "namespace App; partial class Outer { CATALOG }")]
    [InlineData("App.Outer+Models", "namespace App { public partial struct Outer { CATALOG } }")]
    [InlineData("App.Deep.Outer+Inner+Models", "namespace App { namespace Deep { partial record Outer { partial interface Inner { CATALOG } } } }")]
    [InlineData("App.Outer+Models", "namespace App; partial record struct Outer { CATALOG }")]
    [InlineData("Outer+Models", "partial record class Outer { CATALOG }")]
    [InlineData("Models", "CATALOG")]
    [InlineData("class.event+Models", "namespace @class; partial class @event { CATALOG }")]
    [InlineData("Größe.Außen+Models", "namespace Größe; partial class Außen { CATALOG }")]
    public void Catalogs_can_be_in_any_namespace_and_any_partial_type(string name, string source)
    {
        const string catalog = """
            [FailScope.ModelCatalog] internal static partial class Models
            {
                [FailScope.Provider("https://p.example")] internal static partial FailScope.Provider P { get; }
                [FailScope.Credential(nameof(P))] private static partial FailScope.Credential C { get; }
                [FailScope.Model("m", nameof(C))] internal static partial FailScope.Model M { get; }
                [FailScope.FallbackChain(nameof(M))] internal static partial FailScope.FallbackChain Chain { get; }
            }
            """;
        source = source.Replace("CATALOG", catalog);

        Assert.Empty(GeneratorHarness.Diagnose(GeneratorHarness.Compile(source)));
        Assert.Equal(name, GeneratorHarness.Load(name, source).Name);
    }

    [Fact]
    public void A_catalog_can_be_in_a_generic_type()
    {
        const string Source = """
            namespace App;

            internal partial class Outer<T, @class>
            {
                [FailScope.ModelCatalog] internal static partial class Models
                {
                    [FailScope.Provider("https://p.example")] internal static partial FailScope.Provider P { get; }
                }
            }
            """;
        Assert.Empty(GeneratorHarness.Diagnose(GeneratorHarness.Compile(Source)));
    }

    [Theory]
    [InlineData(NullableContextOptions.Disable)]
    [InlineData(NullableContextOptions.Enable)]
    public void Nullable_can_be_on_or_off(NullableContextOptions nullable) =>
        Assert.Empty(GeneratorHarness.Diagnose(GeneratorHarness.Compile(nullable, Sources.Founding)));

    [Fact]
    public void Members_can_have_any_name()
    {
        string source = Sources.Catalog("""
                [Model("a", nameof(C))] public static partial Model @class { get; }
                [Model("b", nameof(C))] public static partial Model Größe { get; }
                [Model("c", nameof(C))] public static partial Model _catalog { get; }
                [Model("d", nameof(C))] public static partial Model Everything { get; }
                [Model("e", nameof(C))] public static partial Model Name { get; }
                [Model("f", nameof(C))] public static partial Model record { get; }
                [Model("g", nameof(C))] public static partial Model Model { get; }
                [Model("h", nameof(C))] public static partial Model field { get; }
                [Model("i", nameof(C))] public static partial Model 模型 { get; }
                [Model("j", nameof(C))] public static partial Model FailScopeTables { get; }
                [Model("k", nameof(C))] public static partial Model App { get; }
                [FallbackChain(nameof(@class), nameof(Größe), nameof(_catalog), nameof(Everything), nameof(Name), nameof(record), nameof(Model), nameof(field), nameof(模型), nameof(FailScopeTables), nameof(App))]
                public static partial FallbackChain FallbackChain { get; }
            """);

        Assert.DoesNotContain(GeneratorHarness.Diagnose(GeneratorHarness.Compile(source)), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Equal("class", GeneratorHarness.Load("App.Models", source).Chains[0].Models[0].Name);
    }

    [Theory]
    [InlineData(1 | 256)]
    [InlineData(1 << 30)]
    [InlineData(int.MinValue | 1)]
    public void Capability_bits_without_a_name_are_kept_for_models_and_chains(int flags)
    {
        ModelCatalog catalog = GeneratorHarness.Load("App.Models", Sources.Catalog($$"""
                [Model("a", nameof(C), Capabilities = (ModelCapabilities)({{flags}}))] public static partial Model A { get; }
                [Model("b", nameof(C), Capabilities = (ModelCapabilities)({{flags}}), UsdPerRequest = 1)] public static partial Model B { get; }
                [Model("c", nameof(C), Capabilities = ModelCapabilities.Tools)] public static partial Model D { get; }
                [FallbackChain(nameof(A), nameof(B), nameof(D), Requires = (ModelCapabilities)({{flags}}))] public static partial FallbackChain Chain { get; }
            """));

        var capabilities = (ModelCapabilities)flags;
        Assert.Equal([capabilities, capabilities, ModelCapabilities.Tools], catalog.Models.Select(model => model.Capabilities));
        Assert.Equal(capabilities, catalog.Chains[0].Required);
        Assert.Equal(["A", "B"], catalog.Chains[0].Start(capabilities).Remaining.Select(model => model.Name));
    }

    [Fact]
    public void Arguments_can_be_constants_named_parameters_and_aliased_attributes()
    {
        string source = Sources.Catalog("""
                private const string Vendor = "vendor";
                private const double Dollar = 1;
                [M(credential: nameof(Models.C), id: Vendor + "/model" + ":free", InputUsdPerMillion = -0.0, OutputUsdPerMillion = Dollar - 1, ContextWindow = 8 * 1024,
                    Capabilities = ModelCapabilities.Tools | Vision)]
                public static partial Model A { get; }
                private const ModelCapabilities Vision = ModelCapabilities.Vision;
                [Model("b", "C", UsdPerRequest = 0.5f)] public static partial Model B { get; }
                [FallbackChain(new[] { nameof(A), nameof(B) }, Requires = ModelCapabilities.Tools)] public static partial FallbackChain Chain { get; }
                [FallbackChainAttribute(models: new string[] { "B", "A" })] public static partial global::FailScope.FallbackChain Other { get; }
            """).Replace("using FailScope;", "using FailScope;\nusing M = FailScope.ModelAttribute;");
        ModelCatalog catalog = GeneratorHarness.Load("App.Models", source);

        Assert.Equal("vendor/model:free", catalog.Models[0].Id);
        Assert.Equal(8192, catalog.Models[0].ContextWindow);
        Assert.Equal(ModelCapabilities.Tools | ModelCapabilities.Vision, catalog.Models[0].Capabilities);
        Assert.True(catalog.Models[0].IsFree);
        Assert.Equal(0.5m, catalog.Models[1].Pricing.UsdPerRequest);
        Assert.Equal(["A", "B"], catalog.Chains[0].Models.Select(model => model.Name));
        Assert.Equal(ModelCapabilities.Tools, catalog.Chains[0].Required);
        Assert.Equal(["B", "A"], catalog.Chains[1].Models.Select(model => model.Name));
    }

    [Fact]
    public void Credentials_that_share_an_account_share_its_scope_keys()
    {
        ModelCatalog catalog = GeneratorHarness.Load("App.Models", Sources.Catalog("""
                [BillingAccount(nameof(P))] public static partial BillingAccount Shared { get; }
                [Credential(nameof(P), Account = nameof(Shared))] public static partial Credential One { get; }
                [Credential(nameof(P), Account = nameof(Shared))] public static partial Credential Two { get; }
                [Model("a", nameof(One), InputUsdPerMillion = 1, OutputUsdPerMillion = 1)] public static partial Model A { get; }
                [Model("b", nameof(Two), InputUsdPerMillion = 1, OutputUsdPerMillion = 1)] public static partial Model B { get; }
                [FallbackChain(nameof(A), nameof(B))] public static partial FallbackChain Chain { get; }
            """));

        Assert.Equal(["Shared", "C"], catalog.Accounts.Select(account => account.Name));
        Assert.Equal(catalog.Credentials[1].CreditScope, catalog.Credentials[2].CreditScope);
        Assert.NotEqual(catalog.Credentials[1].CredentialScope, catalog.Credentials[2].CredentialScope);
        Assert.False(catalog.Chains[0].Start().After(FailureKind.CreditExhausted).TryGetNext(out _));
        Assert.True(catalog.Chains[0].Start().After(FailureKind.AuthenticationFailed).TryGetNext(out _));
    }

    [Fact]
    public void Several_catalogs_do_not_conflict_even_if_their_names_differ_only_in_case()
    {
        string[] sources = [Sources.Founding, Sources.Founding.Replace("class Models", "class models"), Sources.Founding.Replace("class Models", "class Others")];

        GeneratorRunResult result = GeneratorHarness.Run(GeneratorHarness.Compile(sources));

        Assert.Equal(3, result.GeneratedSources.Length);
        Assert.Contains("App.Others.g.cs", result.GeneratedSources.Select(source => source.HintName));
        Assert.DoesNotContain(GeneratorHarness.Diagnose(GeneratorHarness.Compile(sources)), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }

    [Fact]
    public void A_project_without_a_catalog_gets_no_generated_file() =>
        Assert.Empty(GeneratorHarness.Run(GeneratorHarness.Compile("class Other { [System.Obsolete] int a; }")).GeneratedSources);

    [Fact]
    public void A_user_member_named_Catalog_is_kept()
    {
        string source = Sources.Catalog("""    public static string Catalog => "mine";""");

        Assert.Empty(GeneratorHarness.Diagnose(GeneratorHarness.Compile(source)));
    }

    [Fact]
    public void The_users_documentation_is_kept_and_the_blast_radius_follows_it()
    {
        string text = GeneratorHarness.Generate(Sources.Founding
            .Replace("[Model(\"meta", "/// <summary>The one that\n    /// costs nothing.</summary>\n    [Model(\"meta")
            .Replace("[FallbackChain", "/** <summary>What users talk to.</summary>\n  * <remarks>Since March.</remarks> */\n    [FallbackChain"));

        Assert.Contains("/// <summary>The one that\n        /// costs nothing.</summary>", text);
        Assert.Contains("/// <summary>What users talk to.</summary>\n        /// <remarks>Since March.\n        /// <para>Sonnet → LlamaFree</para>", text);
        Assert.Contains("<item><term>credit of Main</term><description>LlamaFree</description></item>", text);
        Assert.Contains("<item><term>key Main</term><description>none</description></item>", text);
        Assert.Contains("<item><term>free quota of Main</term><description>Sonnet</description></item>", text);
    }

    [Theory]
    [InlineData("\r")]
    [InlineData("\r\n")]
    [InlineData("\u0085")]
    [InlineData("\u2028")]
    public void The_users_documentation_stays_a_comment_with_any_line_ending(string lineEnd) =>
        Assert.Empty(GeneratorHarness.Diagnose(GeneratorHarness.Compile(Sources.Founding
            .Replace("[Model(\"meta", $"/// <summary>The one that{lineEnd}    /// costs nothing.</summary>{lineEnd}    [Model(\"meta")
            .Replace("[FallbackChain", $"/** <summary>What users{lineEnd} * talk{lineEnd}to.</summary> */ [FallbackChain"))));

    [Fact]
    public void The_generated_documentation_is_well_formed_for_any_model_id()
    {
        string source = Sources.Catalog("""    [Model("a<b>&\"\n\u2028/c", nameof(C))] public static partial Model A { get; }""");
        Compilation compilation = GeneratorHarness.RunAndUpdate(GeneratorHarness.Compile(source));

        string? documentation = compilation.GetTypeByMetadataName("App.Models")!.GetMembers("A").Single().GetDocumentationCommentXml(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Empty(GeneratorHarness.Diagnose(GeneratorHarness.Compile(source)));
        Assert.NotNull(documentation);
        Assert.DoesNotContain("Badly formed", documentation);
        Assert.Equal("a<b>&\"\n\u2028/c", GeneratorHarness.Load("App.Models", source).Models[0].Id);
    }
}
