using FailScope.Generators.Diagnostics;
using FailScope.Generators.Tests.Generation;

namespace FailScope.Generators.Tests.Analyzers.Catalog;

public sealed class CatalogClassShapeTests : CatalogRuleTests
{
    protected override string Id => DiagnosticIds.CatalogClassShape;

    protected override string Hit => "using FailScope; [ModelCatalog] public static class {|#0:Models|} { }";

    [Fact]
    public void A_class_that_is_not_partial_is_told_so_by_name() =>
        Assert.Equal(
            ["'Models' must be partial so that the generator can implement the catalog's members"],
            Finds(Sources.Founding.Replace("static partial class Models", "static class [|Models|]", StringComparison.Ordinal)));

    [Fact]
    public void A_type_around_it_must_be_partial_too() =>
        Assert.Equal(
            ["'Outer' must be partial so that the generator can implement the catalog's members"],
            Finds("using FailScope; public class Outer { public partial struct Middle { [ModelCatalog] static partial class [|Models|] { } } }"));

    [Fact]
    public void A_class_that_is_local_to_its_file_cannot_have_a_generated_part() =>
        Assert.Equal(
            ["'Models' must not be file-local because its other part is generated"],
            Finds("using FailScope; [ModelCatalog] file static partial class [|Models|] { }"));

    [Theory]
    [InlineData("using FailScope; [ModelCatalog] partial class Models { }")]
    [InlineData("using FailScope; [ModelCatalog] internal sealed partial record Models { }")]
    [InlineData("using FailScope; partial class Outer { [ModelCatalog] partial class Models { } class Inner { } }")]
    [InlineData("using FailScope; static class Models { }")]
    public void A_class_that_can_be_extended_is_not(string source) => FindsNothing(source);
}
