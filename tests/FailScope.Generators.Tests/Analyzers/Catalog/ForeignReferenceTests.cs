using FailScope.Generators.Diagnostics;

namespace FailScope.Generators.Tests.Analyzers.Catalog;

public sealed class ForeignReferenceTests : CatalogRuleTests
{
    private const string Other = "\nstatic class Other { public static int C => 0; }";

    protected override string Id => DiagnosticIds.ForeignReference;

    protected override string Hit => Catalog("""[Model("a", {|#0:nameof(Other.C)|})] public static partial Model A { get; }""") + Other;

    [Fact]
    public void A_reference_that_would_silently_mean_the_member_of_the_same_name_here_is_reported() =>
        Assert.Equal(
            ["'A' needs a credential of this catalog, but 'C' is a member of 'Other'"],
            Finds(Catalog("""[Model("a", [|nameof(Other.C)|])] public static partial Model A { get; }""") + Other));

    [Theory]
    [InlineData("nameof(Models.C)")]
    [InlineData("nameof(App.Models.C)")]
    [InlineData("nameof(global::App.Models.C)")]
    public void A_reference_to_a_member_of_this_class_by_its_full_name_is_not(string reference) =>
        FindsNothing(Catalog($"[Model(\"a\", {reference})] public static partial Model A {{ get; }}") + Other);
}
