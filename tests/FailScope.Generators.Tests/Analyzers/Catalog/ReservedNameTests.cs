using FailScope.Generators.Diagnostics;

namespace FailScope.Generators.Tests.Analyzers.Catalog;

public sealed class ReservedNameTests : CatalogRuleTests
{
    protected override string Id => DiagnosticIds.ReservedName;

    protected override string Hit => Catalog("""[Model("a", nameof(C))] public static partial Model {|#0:Catalog|} { get; }""");

    [Fact]
    public void A_chain_named_Catalog_is_reported() => Finds(Catalog("""
        [Model("a", nameof(C))] public static partial Model A { get; }
        [FallbackChain(nameof(A))] public static partial FallbackChain [|Catalog|] { get; }
        """));

    [Theory]
    [InlineData("""[Model("a", nameof(C))] public static partial Model catalog { get; }""")]
    [InlineData("public static string Catalog => \"mine\";")]
    public void Another_name_and_a_member_without_attribute_are_not_reported(string member) => FindsNothing(Catalog(member));
}
