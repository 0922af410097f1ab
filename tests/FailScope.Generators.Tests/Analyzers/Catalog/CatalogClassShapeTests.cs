using FailScope.Generators.Diagnostics;
using FailScope.Generators.Tests.Generation;

namespace FailScope.Generators.Tests.Analyzers.Catalog;

public sealed class CatalogClassShapeTests : CatalogRuleTests
{
    protected override string Id => DiagnosticIds.CatalogClassShape;

    protected override string Hit => "using FailScope; [ModelCatalog] public static class {|#0:Models|} { }";

    [Fact]
    public void A_class_that_is_not_partial_is_reported_by_name() =>
        Assert.Equal(
            ["'Models' must be partial so that the generator can implement the catalog's members"],
            Finds(Sources.Founding.Replace("static partial class Models", "static class [|Models|]", StringComparison.Ordinal)));

    [Fact]
    public void A_containing_type_that_is_not_partial_is_reported() =>
        Assert.Equal(
            ["'Outer' must be partial so that the generator can implement the catalog's members"],
            Finds("using FailScope; public class Outer { public partial struct Middle { [ModelCatalog] static partial class [|Models|] { } } }"));

    [Fact]
    public void A_file_local_class_is_reported() =>
        Assert.Equal(
            ["'Models' must not be file-local because its other part is generated"],
            Finds("using FailScope; [ModelCatalog] file static partial class [|Models|] { }"));

    [Theory]
    [InlineData("using FailScope; [ModelCatalog] partial class Models { }")]
    [InlineData("using FailScope; [ModelCatalog] internal sealed partial record Models { }")]
    [InlineData("using FailScope; partial class Outer { [ModelCatalog] partial class Models { } class Inner { } }")]
    [InlineData("using FailScope; static class Models { }")]
    public void A_class_that_can_be_extended_is_not_reported(string source) => FindsNothing(source);
}
