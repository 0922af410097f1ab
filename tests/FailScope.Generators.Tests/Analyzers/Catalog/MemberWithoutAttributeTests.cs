using FailScope.Generators.Diagnostics;

namespace FailScope.Generators.Tests.Analyzers.Catalog;

public sealed class MemberWithoutAttributeTests : CatalogRuleTests
{
    protected override string Id => DiagnosticIds.MemberWithoutAttribute;

    protected override string Hit => Catalog("public static Model? {|#0:A|} { get; }");

    [Theory]
    [InlineData("public static partial Model [|A|] { get; }", "'A' is a model without an implementation; add the attribute [Model]")]
    [InlineData("public static partial FailScope.FallbackChain [|A|] { get; }", "'A' is a fallback chain without an implementation; add the attribute [FallbackChain]")]
    [InlineData("[System.Obsolete] public static Provider? [|A|] { get; }", "'A' is a provider without an implementation; add the attribute [Provider]")]
    public void A_property_that_never_gets_a_value_is_reported(string member, string message) => Assert.Equal([message], Finds(Catalog(member)));

    [Theory]
    [InlineData("""[Model("a", nameof(C))] public static partial Model A { get; }""")]
    [InlineData("public static Model A => null!;")]
    [InlineData("public static Model A { get; } = null!;")]
    [InlineData("public static Model? A { get; set; }")]
    [InlineData("public static Model A { get { return null!; } }")]
    [InlineData("public static Model A { get; } static Models() { A = null!; }")]
    [InlineData("public static partial Model A { get; } public static partial Model A => null!;")]
    [InlineData("public static string? A { get; }")]
    [InlineData("class Model { } static Model? A { get; }")]
    [InlineData("static Model? A;")]
    public void A_property_that_has_or_may_get_a_value_is_not_reported(string member) => FindsNothing(Catalog(member));

    [Fact]
    public void A_property_of_a_class_without_ModelCatalog_is_not_reported() => FindsNothing("class Settings { public static FailScope.Model? Chosen { get; } }");
}
