using FailScope.Generators.Diagnostics;

namespace FailScope.Generators.Tests.Analyzers.Catalog;

public sealed class ForeignReferenceTests : CatalogRuleTests
{
    private const string Other = "\nstatic class Other { public static int C => 0; }";

    protected override string Id => DiagnosticIds.ForeignReference;

    protected override string Hit => Catalog("""[Model("a", {|#0:nameof(Other.C)|})] public static partial Model A { get; }""") + Other;

    [Fact]
    public void A_nameof_of_another_class_with_a_member_of_the_same_name_is_reported() =>
        Assert.Equal(
            ["'A' needs a credential of this catalog, but 'C' is a member of 'Other'"],
            Finds(Catalog("""[Model("a", [|nameof(Other.C)|])] public static partial Model A { get; }""") + Other));

    [Theory]
    [InlineData("nameof(Models.C)")]
    [InlineData("nameof(App.Models.C)")]
    [InlineData("nameof(global::App.Models.C)")]
    public void A_qualified_nameof_of_this_class_is_not_reported(string reference) =>
        FindsNothing(Catalog($"[Model(\"a\", {reference})] public static partial Model A {{ get; }}") + Other);
}
