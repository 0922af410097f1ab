using FailScope.CodeFixes.Catalog;
using FailScope.Generators.Diagnostics;

namespace FailScope.CodeFixes.Tests.Catalog;

public sealed class CatalogClassShapeCodeFixTests
{
    private static readonly CatalogFixing<CatalogClassShapeCodeFix> Fix = new(DiagnosticIds.CatalogClassShape);

    [Theory]
    [InlineData("[ModelCatalog] public static class [|Models|] { }", "[ModelCatalog] public static partial class Models { }")]
    [InlineData("[ModelCatalog] class [|Models|] { }", "[ModelCatalog] partial class Models { }")]
    [InlineData("[ModelCatalog]\n// The models.\nclass [|Models|] { }", "[ModelCatalog]\n// The models.\npartial class Models { }")]
    [InlineData("/// <summary>The models.</summary>\n[ModelCatalog]\ninternal sealed record [|Models|];", "/// <summary>The models.</summary>\n[ModelCatalog]\ninternal sealed partial record Models;")]
    [InlineData("[ModelCatalog] file static partial class [|Models|] { }", "[ModelCatalog] static partial class Models { }")]
    [InlineData("[ModelCatalog]\nfile class [|Models|] { }", "[ModelCatalog]\npartial class Models { }")]
    [InlineData(
        "// First.\nclass Outer\n{\n    struct Inner\n    {\n        [ModelCatalog] static class [|[|[|Models|]|]|] { }\n    }\n}",
        "// First.\npartial class Outer\n{\n    partial struct Inner\n    {\n        [ModelCatalog] static partial class Models { }\n    }\n}")]
    public Task The_class_and_its_containing_types_become_partial(string before, string after) =>
        Fix.ChangesFile("using FailScope;\n\n" + before, "using FailScope;\n\n" + after);
}
