using FailScope.Generators.Diagnostics;

namespace FailScope.Generators.Tests.Analyzers.Catalog;

public sealed class CatalogMemberShapeTests : CatalogRuleTests
{
    protected override string Id => DiagnosticIds.CatalogMemberShape;

    protected override string Hit => Catalog("""[Model("a", nameof(C))] public static Model {|#0:A|} => null!;""");

    [Theory]
    [InlineData("""[Model("a", nameof(C))] public static Model [|A|] { get; } = null!;""", "'A' must be 'static partial'")]
    [InlineData("""[Model("a", nameof(C))] public static partial Model [|A|] { get; set; }""", "'A' must have only a getter without a body: '{ get; }'")]
    [InlineData("""[Model("a", nameof(C))] public static partial Model [|A|] { get => null!; }""", "'A' must have only a getter without a body: '{ get; }'")]
    [InlineData("""[Model("a", nameof(C))] public static partial [|Provider|] A { get; }""", "'A' must be of type 'Model', which its attribute names")]
    [InlineData("""[Model("a", nameof(C))] public static partial [|Model?|] A { get; }""", "'A' must be of type 'Model', which its attribute names")]
    [InlineData("""[Model("a", nameof(C)), [|Provider("https://x.example")|]] public static partial Model A { get; }""", "'A' has more than one of the catalog's attributes")]
    public void A_wrong_shape_is_reported_at_the_wrong_part(string member, string message) => Assert.Equal([message], Finds(Catalog(member)));

    [Fact]
    public void A_member_that_is_not_static_is_reported() =>
        Finds("""using FailScope; [ModelCatalog] partial class Models { [Provider("https://x.example")] public partial Provider [|P|] { get; } }""");

    [Theory]
    [InlineData("""[Model("a", nameof(C))] internal static partial Model A { get; }""")]
    [InlineData("""[Model("a", nameof(C))] static partial FailScope.Model A { get; }""")]
    [InlineData("""[Model("a", nameof(C)), System.Obsolete] public static partial Model A { get; }""")]
    [InlineData("""[Model("a", nameof(C))] public static partial Modle A { get; }""")]
    [InlineData("""[Model("a", nameof(C))] public static partial Model A { }""")]
    [InlineData("""public static Model A => null!;""")]
    public void A_right_shape_and_what_the_compiler_reports_are_not_reported(string member) => FindsNothing(Catalog(member));
}
