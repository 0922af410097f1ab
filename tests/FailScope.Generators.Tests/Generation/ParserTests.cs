using FailScope.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FailScope.Generators.Tests.Generation;

/// <summary>The parser's result for a declaration, which the generator and the analyzers use.</summary>
public class ParserTests
{
    private static CatalogDeclaration Parse(params string[] sources)
    {
        CSharpCompilation compilation = GeneratorHarness.Compile(sources);
        return CatalogParser.Parse(compilation.GetTypeByMetadataName("App.Models")!, compilation, TestContext.Current.CancellationToken);
    }

    private static CatalogDeclaration ParseMembers(string members) => Parse(Sources.Catalog(members));

    private static string[] Problems(CatalogDeclaration catalog) => [.. catalog.Problems.Select(problem => $"{problem.Kind}: {string.Join(", ", problem.Arguments)}")];

    [Theory]
    [InlineData("public static partial Model A { get; }")]
    [InlineData("internal static partial Model A { get; }")]
    [InlineData("static partial global::FailScope.Model @A { get; }")]
    public void A_static_partial_property_with_a_getter_is_a_member(string property)
    {
        CatalogDeclaration catalog = ParseMembers($"[Model(\"a\", nameof(C))] {property}");
        ModelDeclaration member = Assert.Single(catalog.Models);
        Assert.Equal("A", member.Name);
        Assert.True(member.CanBeImplemented);
        Assert.Null(member.BrokenBecause);
        Assert.Null(member.WrongType);
        Assert.Empty(catalog.Problems);
    }

    [Theory]
    [InlineData("public static Model A { get; }", false, "MemberShape: A, must be 'static partial'")]
    [InlineData("public partial Model A { get; }", true, "MemberShape: A, must be 'static partial'")]
    [InlineData("public static partial Model A => null!;", false, "MemberShape: A, must have only a getter without a body: '{ get; }'")]
    [InlineData("public static partial Model A { get; } = null!;", false, "MemberShape: A, must have only a getter without a body: '{ get; }'")]
    [InlineData("public static partial Model A { get => null!; }", false, "MemberShape: A, must have only a getter without a body: '{ get; }'")]
    [InlineData("public static partial Model A { get { return null!; } }", false, "MemberShape: A, must have only a getter without a body: '{ get; }'")]
    [InlineData("public static partial Model A { get; set { } }", false, "MemberShape: A, must have only a getter without a body: '{ get; }'")]
    [InlineData("public static partial Model A { get; set => _ = value; }", false, "MemberShape: A, must have only a getter without a body: '{ get; }'")]
    [InlineData("public static partial Model A { get; set; }", true, "MemberShape: A, must have only a getter without a body: '{ get; }'")]
    [InlineData("public static partial Model A { set; }", false, "MemberShape: A, must have only a getter without a body: '{ get; }'")]
    [InlineData("public static partial Provider A { get; }", true, "MemberShape: A, must be of type 'Model', which its attribute names")]
    [InlineData("public static partial Model? A { get; }", true, "MemberShape: A, must be of type 'Model', which its attribute names")]
    [InlineData("public static partial ref Model A { get; }", false, "MemberShape: A, must be of type 'Model', which its attribute names")]
    [InlineData("public static partial Other.Model A { get; }", true, "MemberShape: A, must be of type 'Model', which its attribute names")]
    [InlineData("public static partial Nest.Model A { get; }", true, "MemberShape: A, must be of type 'Model', which its attribute names")]
    [InlineData("static partial Model I.A { get; }", false)]
    [InlineData("public static partial Model A { }", false)]
    [InlineData("public static partial Model A {", false)]
    [InlineData("public static partial Modle A { get; }", false)]
    [InlineData("public static partial Model Catalog { get; }", true, "ReservedName: Catalog")]
    public void A_property_with_another_shape_is_invalid(string property, bool canBeImplemented, params string[] problems)
    {
        CatalogDeclaration catalog = Parse(
            Sources.Catalog($"[Model(\"a\", nameof(C))] {property}"),
            "namespace App.Other { class Model; } namespace App { class Nest { internal class Model; } }",
            "namespace FailScope.More { class Model; }");
        ModelDeclaration member = Assert.Single(catalog.Models);
        Assert.Equal(problems, Problems(catalog));
        Assert.Equal(canBeImplemented, member.CanBeImplemented);
        if (!property.Contains("I.A", StringComparison.Ordinal))
        {
            Assert.Equal("its declaration has an error", member.BrokenBecause);
        }
    }

    [Theory]
    [InlineData("public static string Catalog => \"\";", true)]
    [InlineData("public static string Catalog() => \"\";", true)]
    [InlineData("public class Catalog { }", true)]
    [InlineData("public enum Catalog { }", true)]
    [InlineData("public delegate void Catalog();", true)]
    [InlineData("public static event System.Action Catalog { add { } remove { } }", true)]
    [InlineData("public static event System.Action Catalog;", true)]
    [InlineData("public static int One, Catalog;", true)]
    [InlineData("public static int One, Two;", false)]
    [InlineData("public static string catalog => \"\";", false)]
    [InlineData("public static string Catalog2() => \"\";", false)]
    [InlineData("public static implicit operator int(Models models) => 1;", false)]
    public void A_member_named_Catalog_is_found_whatever_its_kind(string member, bool isSeen) => Assert.Equal(isSeen, ParseMembers(member).DeclaresCatalogMember);

    [Fact]
    public void Parts_are_ordered_by_path_and_then_by_line()
    {
        string[] parts =
        [
            "/* a comment that moves what follows to the end of its file, further down than in the other one */ namespace App { [FailScope.ModelCatalog] public static partial class Models { const int First = 0; } }",
            "namespace App { partial class Models { const int Second = 0; } partial class Models { const int Third = 0; } }",
        ];
        CSharpCompilation compilation = GeneratorHarness.Compile(parts);
        SyntaxTree[] trees = [.. compilation.SyntaxTrees.Reverse()];
        CSharpCompilation reversed = compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(trees);
        foreach (CSharpCompilation order in new[] { compilation, reversed })
        {
            CatalogDeclaration catalog = CatalogParser.Parse(order.GetTypeByMetadataName("App.Models")!, order, TestContext.Current.CancellationToken);
            Assert.Equal(["First", "Second", "Third"], catalog.Parts.Select(part => part.Members[0].ToString().Split(' ')[2]));
        }
    }

    [Theory]
    [InlineData("class Models { }", "ClassShape: Models, must be partial so that the generator can implement the catalog's members")]
    [InlineData("file partial class Models { }", "ClassShape: Models, must not be file-local because its other part is generated")]
    [InlineData("partial class Models { }")]
    public void A_class_can_be_extended_or_has_a_reason_why_not(string declaration, params string[] problems)
    {
        CSharpCompilation compilation = GeneratorHarness.Compile($"[FailScope.ModelCatalog] {declaration}");
        INamedTypeSymbol type = compilation.Assembly.GlobalNamespace.GetTypeMembers("Models").Single();
        CatalogDeclaration catalog = CatalogParser.Parse(type, compilation, TestContext.Current.CancellationToken);
        Assert.Equal(problems, Problems(catalog));
        Assert.Equal(problems.Length == 0, catalog.CanBeExtended);
    }

    [Fact]
    public void The_first_of_two_members_with_one_name_and_the_first_of_two_attributes_is_used()
    {
        CatalogDeclaration catalog = ParseMembers("""
            [Model("a", nameof(C))] public static partial Model A { get; }
            [Model("b", nameof(C))] public static partial Model A { get; }
            [System.Obsolete, Provider("https://b.example"), Model("b", nameof(C))] public static partial Provider B { get; }
            """);
        Assert.Equal("a", Assert.Single(catalog.Models).Id.Content);
        Assert.Equal(["P", "B"], catalog.Providers.Select(provider => provider.Name));
        Assert.Equal(["P", "C", "A", "B"], catalog.Members.Select(member => member.Name));
        Assert.Equal(["MemberShape: B, has more than one of the catalog's attributes"], Problems(catalog));
        Assert.Equal("its declaration has an error", catalog.Providers[1].BrokenBecause);
    }

    [Theory]
    [InlineData("https://x.example/v1", true)]
    [InlineData("http://localhost:8080", true)]
    [InlineData("ftp://x.example", false)]
    [InlineData("/v1", false)]
    [InlineData("x.example", false)]
    [InlineData("https://", false)]
    public void An_endpoint_must_be_an_absolute_address(string endpoint, bool isSound)
    {
        CatalogDeclaration catalog = ParseMembers($"[Provider(\"{endpoint}\")] public static partial Provider B {{ get; }}");
        Assert.Equal(isSound, catalog.Providers[1].BrokenBecause is null);
        Assert.Equal(isSound ? [] : [$"Endpoint: B, {endpoint}"], Problems(catalog));
    }

    [Theory]
    [InlineData("""[Credential(nameof(Q), Account = nameof(W))] public static partial Credential D { get; }""", "AccountOfOtherProvider: D, W, P")]
    [InlineData("""[Credential(nameof(P), Account = nameof(W))] public static partial Credential D { get; }""")]
    [InlineData("""[Credential(nameof(P), Account = null)] public static partial Credential D { get; }""")]
    [InlineData("""[Credential(nameof(P), Account = "")] public static partial Credential D { get; }""", "MissingValue: D, billing account")]
    [InlineData("""[Credential(nameof(P), Account = "V")] public static partial Credential D { get; }""", "UnknownReference: D, billing account, V, W")]
    [InlineData("""[Credential("Z1234")] public static partial Credential D { get; }""", "UnknownReference: D, provider, Z1234, ")]
    [InlineData("""[Credential(nameof(W))] public static partial Credential D { get; }""", "WrongKindOfReference: D, provider, W, billing account")]
    [InlineData("""[Credential(nameof(C))] public static partial Credential D { get; }""", "WrongKindOfReference: D, provider, C, credential")]
    [InlineData("""[Credential(nameof(M))] public static partial Credential D { get; }""", "WrongKindOfReference: D, provider, M, model")]
    [InlineData("""[Credential(nameof(F))] public static partial Credential D { get; }""", "WrongKindOfReference: D, provider, F, fallback chain")]
    [InlineData("""[Model("d", nameof(P))] public static partial Model D { get; }""", "WrongKindOfReference: D, credential, P, provider")]
    [InlineData("""[Credential(nameof(Elsewhere.P))] public static partial Credential D { get; }""", "ForeignReference: D, provider, P, Elsewhere")]
    [InlineData("""[Credential(nameof(Models.P))] public static partial Credential D { get; }""")]
    [InlineData("""[Credential("")] public static partial Credential D { get; }""", "MissingValue: D, provider")]
    [InlineData("""[Provider(" ")] public static partial Provider D { get; }""", "MissingValue: D, endpoint")]
    [InlineData("""[Model(null!, nameof(C))] public static partial Model D { get; }""", "MissingValue: D, id")]
    [InlineData("""[FallbackChain] public static partial FallbackChain D { get; }""", "EmptyChain: D")]
    public void A_reference_must_be_to_a_member_of_the_right_kind(string member, params string[] problems)
    {
        CatalogDeclaration catalog = Parse(
            Sources.Catalog($$"""
                [Provider("https://q.example")] public static partial Provider Q { get; }
                [BillingAccount(nameof(P))] public static partial BillingAccount W { get; }
                [Model("m", nameof(C))] public static partial Model M { get; }
                [FallbackChain(nameof(M))] public static partial FallbackChain F { get; }
                {{member}}
                """),
            "namespace App; class Elsewhere { public int P; }");
        Assert.Equal(problems, Problems(catalog));
        Assert.Equal(problems.Length == 0 ? null : "its declaration has an error", catalog.ByName["D"].BrokenBecause);
    }

    [Theory]
    [InlineData("""[Model] public static partial Model A { get; }""")]
    [InlineData("""[Model("a")] public static partial Model A { get; }""")]
    [InlineData("""static readonly string Id = "a"; [Model(Id, nameof(C))] public static partial Model A { get; }""")]
    [InlineData("""static readonly string Key = "C"; [Model("a", Key)] public static partial Model A { get; }""")]
    public void An_error_that_the_compiler_reports_makes_a_member_invalid_without_another_problem(string member)
    {
        CatalogDeclaration catalog = ParseMembers(member);
        Assert.Empty(catalog.Problems);
        Assert.Equal("its declaration has an error", Assert.Single(catalog.Models).BrokenBecause);
    }

    [Fact]
    public void A_member_that_refers_to_an_invalid_one_is_invalid_and_names_it()
    {
        CatalogDeclaration catalog = ParseMembers("""
            [FallbackChain(nameof(A))] public static partial FallbackChain F { get; }
            [Model("a", nameof(D))] public static partial Model A { get; }
            [Credential(nameof(B))] public static partial Credential D { get; }
            [Provider("nowhere")] public static partial Provider B { get; }
            """);
        Assert.Equal(["Endpoint: B, nowhere"], Problems(catalog));
        Assert.Equal("its provider 'B' cannot be used", catalog.ByName["D"].BrokenBecause);
        Assert.Equal("its credential 'D' cannot be used", catalog.ByName["A"].BrokenBecause);
        Assert.Equal("none of its models can be used", catalog.ByName["F"].BrokenBecause);
    }

    [Fact]
    public void A_chain_keeps_its_valid_entries_and_reports_the_others()
    {
        CatalogDeclaration catalog = ParseMembers("""
            [Model("a", nameof(C))] public static partial Model A { get; }
            [Model("", nameof(C))] public static partial Model B { get; }
            [FallbackChain(nameof(A), "", nameof(C), "Nobody", nameof(B), nameof(A), Survives = LossOf.Credit | LossOf.Model, Requires = ModelCapabilities.Tools)]
            public static partial FallbackChain F { get; }
            """);
        ChainDeclaration chain = Assert.Single(catalog.Chains);
        Assert.Null(chain.BrokenBecause);
        Assert.Equal(6, chain.References.Count);
        Assert.Equal(["A"], chain.Models.Select(model => model.Name));
        Assert.Equal((Shared.LossOf.Credit | Shared.LossOf.Model, Shared.ModelCapabilities.Tools), (chain.Survives.Content, chain.Requires.Content));
        Assert.Equal(
            ["MissingValue: B, id", "MissingValue: F, model", "WrongKindOfReference: F, model, C, credential", "UnknownReference: F, model, Nobody, ", "DuplicateInChain: F, A"],
            Problems(catalog));
    }

    [Theory]
    [InlineData("3", 3.0)]
    [InlineData("3u", 3.0)]
    [InlineData("3L", 3.0)]
    [InlineData("3ul", 3.0)]
    [InlineData("(short)3", 3.0)]
    [InlineData("(ushort)3", 3.0)]
    [InlineData("(byte)3", 3.0)]
    [InlineData("(sbyte)3", 3.0)]
    [InlineData("0.5", 0.5)]
    [InlineData("0.5f", 0.5)]
    [InlineData("-0.0", 0.0)]
    [InlineData("0", 0.0)]
    [InlineData("1 + 2", 3.0)]
    [InlineData("1e15", 1e15)]
    [InlineData("2e15", null, "2e15")]
    [InlineData("1e-40", null, "1e-40")]
    [InlineData("-1", null, "-1")]
    [InlineData("-0.1", null, "-0.1")]
    [InlineData("-(1)", null, "-(1)")]
    [InlineData("double.NaN", null, "double.NaN")]
    [InlineData("double.PositiveInfinity", null, "double.PositiveInfinity")]
    [InlineData("3m", null)]
    [InlineData("\"3\"", null)]
    [InlineData("Unknown", null)]
    public void A_price_must_be_a_valid_number(string value, double? usd, string? refused = null)
    {
        CatalogDeclaration catalog = ParseMembers($"[Model(\"a\", nameof(C), InputUsdPerMillion = {value})] public static partial Model A {{ get; }}");
        ModelDeclaration model = Assert.Single(catalog.Models);
        Assert.Equal((decimal?)usd, model.Prices[0].Content);
        Assert.Equal(value, model.Prices[0].Expression!.ToString());
        Assert.Null(model.Prices[1].Expression);
        Assert.Equal(refused is null ? [] : [$"Price: A, InputUsdPerMillion, {refused}"], Problems(catalog));
    }

    [Theory]
    [InlineData("1", 1L)]
    [InlineData("5u", 5L)]
    [InlineData("5L", 5L)]
    [InlineData("5ul", 5L)]
    [InlineData("9223372036854775807ul", 9_223_372_036_854_775_807L)]
    [InlineData("(short)5", 5L)]
    [InlineData("(ushort)5", 5L)]
    [InlineData("(byte)5", 5L)]
    [InlineData("(sbyte)5", 5L)]
    [InlineData("0", null, "0")]
    [InlineData("-1", null, "-1")]
    [InlineData("9223372036854775808ul", null, "9223372036854775808ul")]
    [InlineData("1.5", null)]
    [InlineData("\"5\"", null)]
    public void A_token_count_must_be_a_whole_number(string value, long? tokens, string? refused = null)
    {
        CatalogDeclaration catalog = ParseMembers($"[Model(\"a\", nameof(C), ContextWindow = {value}, MaxOutputTokens = {value})] public static partial Model A {{ get; }}");
        ModelDeclaration model = Assert.Single(catalog.Models);
        Assert.Equal((tokens, tokens), (model.ContextWindow.Content, model.MaxOutputTokens.Content));
        Assert.Equal(refused is null ? [] : [$"TokenCount: A, ContextWindow, {refused}", $"TokenCount: A, MaxOutputTokens, {refused}"], Problems(catalog));
    }

    [Theory]
    [InlineData("Free = true", true)]
    [InlineData("Free = false", false)]
    [InlineData("Free = Yes", true)]
    [InlineData("Free = 1", null)]
    [InlineData("ContextWindow = 1", null)]
    public void Free_is_true_false_or_not_declared(string argument, bool? free) =>
        Assert.Equal(free, Assert.Single(ParseMembers($"const bool Yes = true; [Model(\"a\", nameof(C), {argument})] public static partial Model A {{ get; }}").Models).Free.Content);

    [Theory]
    [InlineData("nameof(A), nameof(B)")]
    [InlineData("new[] { nameof(A), nameof(B) }")]
    [InlineData("new string[] { nameof(A), nameof(B) }")]
    [InlineData("new string[2] { nameof(A), nameof(B) }")]
    [InlineData("models: new[] { nameof(A), nameof(B) }")]
    [InlineData("[nameof(A), nameof(B)]")]
    [InlineData("nameof(A), nameof(B), Survives = LossOf.Credit")]
    public void Models_can_be_passed_one_by_one_or_as_an_array(string arguments) =>
        Assert.Equal(["A", "B"], Assert.Single(ParseMembers($$"""
            [Model("a", nameof(C))] public static partial Model A { get; }
            [Model("b", nameof(C))] public static partial Model B { get; }
            [FallbackChain({{arguments}})] public static partial FallbackChain F { get; }
            """).Chains).Models.Select(model => model.Name));

    [Theory]
    [InlineData("other: nameof(A)")]
    [InlineData("new string[0]")]
    [InlineData("Survives = LossOf.Credit")]
    public void Other_arguments_do_not_count_as_models(string arguments) =>
        Assert.Equal(["EmptyChain: F"], Problems(ParseMembers($$"""
            [Model("a", nameof(C))] public static partial Model A { get; }
            [FallbackChain({{arguments}})] public static partial FallbackChain F { get; }
            """)));

    [Theory]
    [InlineData("""Model("a", nameof(C))""")]
    [InlineData("""ModelAttribute("a", nameof(C))""")]
    [InlineData("""FailScope.Model(credential: nameof(C), id: "a")""")]
    [InlineData("""global::FailScope.ModelAttribute("a", credential: "C")""")]
    public void An_attribute_and_its_arguments_can_be_written_in_any_way(string attribute)
    {
        ModelDeclaration model = Assert.Single(ParseMembers($"[{attribute}] public static partial Model A {{ get; }}").Models);
        Assert.Equal(("a", "C"), (model.Id.Content, model.Credential.Target?.Name));
    }

    [Theory]
    [InlineData("[App.Other.Model(\"a\", nameof(C))]")]
    [InlineData("[App.Nest.Model(\"a\", nameof(C))]")]
    [InlineData("[FailScope.More.Model(\"a\", nameof(C))]")]
    [InlineData("[System.Obsolete]")]
    [InlineData("[ModelCatalog]")]
    public void A_property_with_another_attribute_is_not_a_member(string attribute)
    {
        const string attributeClass = "class ModelAttribute(string id, string credential) : System.Attribute;";
        Assert.Empty(Parse(
            Sources.Catalog($"{attribute} public static partial Model A {{ get; }}"),
            $"namespace App.Other {{ {attributeClass} }} namespace FailScope.More {{ {attributeClass} }} namespace App {{ class Nest {{ internal {attributeClass} }} }}").Models);
    }

    [Theory]
    [InlineData("/// <summary>One.</summary>", "<summary>One.</summary>")]
    [InlineData("/// <summary>One\n    /// two.</summary>", "<summary>One", "two.</summary>")]
    [InlineData("/** <summary>One.</summary> */", "<summary>One.</summary>")]
    [InlineData("/** <summary>One\n  * two.</summary>\n  */", "<summary>One", "two.</summary>")]
    [InlineData("/** <summary>One\n\n two.</summary> */", "<summary>One", "two.</summary>")]
    [InlineData("/// <summary>One.</summary>\n    // not this\n    /// <remarks>Two.</remarks>", "<summary>One.</summary>", "<remarks>Two.</remarks>")]
    [InlineData("//// not this")]
    [InlineData("// not this")]
    [InlineData("/* not this */")]
    [InlineData("/**/")]
    [InlineData("/***/")]
    public void The_documentation_comment_of_a_member_is_read_line_by_line(string comment, params string[] lines) =>
        Assert.Equal(lines, DocumentationComment.Lines(Assert.Single(ParseMembers($"{comment}\n    [Model(\"a\", nameof(C))] public static partial Model A {{ get; }}").Models).Syntax));
}
