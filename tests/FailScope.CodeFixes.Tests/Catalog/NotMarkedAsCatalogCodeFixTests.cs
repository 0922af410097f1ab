using FailScope.CodeFixes.Catalog;
using FailScope.Generators.Analyzers.Catalog;
using FailScope.Generators.Diagnostics;

namespace FailScope.CodeFixes.Tests.Catalog;

public sealed class NotMarkedAsCatalogCodeFixTests
{
    private const string Member = """[FailScope.Provider("https://p.example")] public static partial FailScope.Provider P { get; }""";
    private const string Unimplemented = """[FailScope.Provider("https://p.example")] public static partial FailScope.Provider {|CS9248:P|} { get; }""";

    private static readonly CatalogFixing<NotMarkedAsCatalogCodeFix> Fix = new(DiagnosticIds.NotMarkedAsCatalog);

    [Theory]
    [InlineData("using FailScope;\n\npublic static partial class [|Models|]", "using FailScope;\n\n[ModelCatalog]\npublic static partial class Models")]
    [InlineData("using FailScope;\n\n/// <summary>The models.</summary>\npublic static partial class [|Models|]", "using FailScope;\n\n/// <summary>The models.</summary>\n[ModelCatalog]\npublic static partial class Models")]
    [InlineData("using FailScope;\n\n[System.Obsolete]\npartial class [|Models|]", "using FailScope;\n\n[ModelCatalog]\n[System.Obsolete]\npartial class Models")]
    [InlineData("namespace FailScope.App;\n\npartial class [|Models|]", "namespace FailScope.App;\n\n[ModelCatalog]\npartial class Models")]
    public Task The_attribute_is_added_above_the_class(string before, string after) =>
        Fix.ChangesFile($"{before}\n{{\n    {Unimplemented}\n}}", $"{after}\n{{\n    {Member}\n}}");

    [Fact]
    public Task A_nested_class_keeps_its_indentation_and_a_file_without_imports_gets_none() => Fix.ChangesFile(
        $"partial class Outer\n{{\n    // Here.\n    partial class [|Models|]\n    {{\n        {Unimplemented}\n    }}\n}}",
        $"partial class Outer\n{{\n    // Here.\n    [FailScope.ModelCatalog]\n    partial class Models\n    {{\n        {Member}\n    }}\n}}");

    [Theory]
    [InlineData("struct")]
    [InlineData("interface")]
    public Task A_type_that_cannot_be_a_catalog_gets_no_fix(string keyword) => Fixing<CatalogAnalyzer, NotMarkedAsCatalogCodeFix>.OffersNothing(
        $$"""partial {{keyword}} [|Models|] { [FailScope.Provider("https://p.example")] public static FailScope.Provider P => null!; }""",
        only: DiagnosticIds.NotMarkedAsCatalog);
}
