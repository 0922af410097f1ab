using FailScope.Generators.Diagnostics;
using FailScope.Generators.Tests.Generation;

namespace FailScope.Generators.Tests.Analyzers.Catalog;

public sealed class NotMarkedAsCatalogTests : CatalogRuleTests
{
    protected override string Id => DiagnosticIds.NotMarkedAsCatalog;

    protected override string Hit => """using FailScope; static class {|#0:Models|} { [Provider("https://x.example")] public static Provider P => null!; }""";

    [Fact]
    public void It_is_reported_once_at_the_class() =>
        Assert.Equal(
            ["'Models' declares the provider 'OpenRouter' but is not a catalog; add the attribute [ModelCatalog]"],
            Finds(Sources.Founding.Replace("[ModelCatalog]\n", "", StringComparison.Ordinal).Replace("class Models", "class [|Models|]", StringComparison.Ordinal)));

    [Theory]
    [InlineData("""class [|Models|] { [FailScope.Provider("https://x.example")] public static FailScope.Provider P => null!; }""")]
    [InlineData("""class [|Models|] { [FailScope.ProviderAttribute("https://x.example")] public static FailScope.Provider P => null!; }""")]
    [InlineData("""class [|Models|] { [global::FailScope.Model("x", "y")] public static FailScope.Model P => null!; }""")]
    public void Every_spelling_of_the_attribute_is_recognized(string source) => Finds(source);

    [Theory]
    [InlineData("struct")]
    [InlineData("record struct")]
    [InlineData("interface")]
    public void A_type_that_cannot_be_a_catalog_is_reported_with_another_remedy(string keyword) =>
        Assert.Equal(
            ["'Models' declares the provider 'P' but is not a catalog; move its catalog members into a class with [ModelCatalog]"],
            Finds($$"""using FailScope; {{keyword}} [|Models|] { [Provider("https://x.example")] public static Provider P => null!; }"""));

    [Theory]
    [InlineData("""using FailScope; [ModelCatalog] partial class Models { [Provider("https://x.example")] public static partial Provider P { get; } }""")]
    [InlineData("""using FailScope; [ModelCatalog] partial class Models { } partial class Models { [Provider("https://x.example")] public static partial Provider P { get; } }""")]
    [InlineData("""class ModelAttribute : System.Attribute { } class Person { [Model] public string? Car { get; } }""")]
    [InlineData("""using FailScope; class Settings { [System.Obsolete] public static Model? Chosen { get; } }""")]
    public void A_marked_catalog_and_attributes_of_other_libraries_are_not_reported(string source) => FindsNothing(source);
}
