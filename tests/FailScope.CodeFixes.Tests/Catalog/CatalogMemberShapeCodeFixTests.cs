using FailScope.CodeFixes.Catalog;
using FailScope.Generators.Diagnostics;

namespace FailScope.CodeFixes.Tests.Catalog;

public sealed class CatalogMemberShapeCodeFixTests
{
    private static readonly CatalogFixing<CatalogMemberShapeCodeFix> Fix = new(DiagnosticIds.CatalogMemberShape);

    [Theory]
    [InlineData("public static Model [|A|] { get; }", "public static partial Model A { get; }")]
    [InlineData("public static Model [|A|] { get; } = null!; // the cheap one", "public static partial Model A { get; } // the cheap one")]
    [InlineData("public static Model [|A|] => default!;", "public static partial Model A { get; }")]
    [InlineData("public static Model [|A|] => throw new System.NotImplementedException();", "public static partial Model A { get; }")]
    [InlineData("static Model [|A|] { get; set; }", "static partial Model A { get; }")]
    [InlineData("/* the cheap one */ static Model [|A|] { get; set; }", "/* the cheap one */ static partial Model A { get; }")]
    [InlineData("public static partial Model [|A|] { get; set; }", "public static partial Model A { get; }")]
    [InlineData("public static partial [|Model?|] A { get; }", "public static partial Model A { get; }")]
    [InlineData("public static partial [|ref Model|] {|CS9248:A|} { get; }", "public static partial Model A { get; }")]
    [InlineData("public static partial [|Provider|] A { get; }", "public static partial Model A { get; }")]
    [InlineData("public static [|Credential|] [|A|] => null!;", "public static partial Model A { get; }")]
    public Task A_member_gets_the_shape_that_the_generator_requires(string before, string after) =>
        Fix.Changes($"[Model(\"a\", nameof(C))]\n    {before}", $"[Model(\"a\", nameof(C))]\n    {after}");

    [Fact]
    public Task A_member_without_modifiers_gets_all_of_them() =>
        Fix.ChangesFile(
            """
            using FailScope;

            [ModelCatalog]
            partial class Models
            {
                [Provider("https://p.example")]
                Provider [|P|] { get; set; }

                [Provider("https://q.example")]
                required public Provider [|Q|] { get; init; }
            }
            """.Replace("Provider [|P|] { get; set; }", "Provider [|P|] { get; set; } = null!;", StringComparison.Ordinal),
            """
            using FailScope;

            [ModelCatalog]
            partial class Models
            {
                [Provider("https://p.example")]
                static partial Provider P { get; }

                [Provider("https://q.example")]
                public static partial Provider Q { get; }
            }
            """);

    [Theory]
    [InlineData("public static Model [|A|] => Sonnet;")]
    [InlineData("public static Model [|A|] { get; } = Sonnet;")]
    [InlineData("public static Model [|A|] { get { return Sonnet; } }")]
    public Task A_getter_with_a_body_is_not_removed(string member) => Fix.OffersNothing($"[Model(\"a\", nameof(C))] {member}");

    [Fact]
    public Task Code_inside_conditional_directives_is_not_removed() =>
        Fix.OffersNothing("[Model(\"a\", nameof(C))]\n#if !NEVER\n    public static Model [|A|]\n#if NEVER\n    => Sonnet;\n#else\n    { get; set; }\n#endif\n#endif");

    [Theory]
    [InlineData("using Model = System.String;", "FailScope.Model")]
    [InlineData("using Model = FailScope.Model;", "Model")]
    public Task An_alias_of_the_type_name_is_recognized(string alias, string expected)
    {
        string source = $$"""
            using FailScope;
            {{alias}}

            [ModelCatalog]
            static partial class Models
            {
                [Provider("https://p.example")]
                public static partial Provider P { get; }

                [Credential(nameof(P))]
                public static partial Credential C { get; }

                [Model("a", nameof(C))]
                public static partial [|object|] A { get; }
            }
            """;
        return Fix.ChangesFile(source, source.Replace("[|object|]", expected, StringComparison.Ordinal));
    }

    [Fact]
    public Task A_member_with_two_attributes_gets_no_fix() =>
        Fix.OffersNothing("""[Model("a", nameof(C)), [|Provider("https://q.example")|]] public static partial Model A { get; }""");
}
