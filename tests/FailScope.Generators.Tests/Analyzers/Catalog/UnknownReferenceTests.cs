using FailScope.Generators.Diagnostics;

namespace FailScope.Generators.Tests.Analyzers.Catalog;

public sealed class UnknownReferenceTests : CatalogRuleTests
{
    protected override string Id => DiagnosticIds.UnknownReference;

    protected override string Hit => Catalog("""[Model("a", {|#0:"Missing"|})] public static partial Model A { get; }""");

    [Theory]
    [InlineData("""[Model("a", [|"Missing"|])] public static partial Model A { get; }""", "'A' refers to the credential 'Missing', which the catalog does not declare")]
    [InlineData("""[Model("a", [|nameof(System)|])] public static partial Model A { get; }""", "'A' refers to the credential 'System', which the catalog does not declare")]
    [InlineData("""[Model("a", [|"c"|])] public static partial Model A { get; }""", "'A' refers to the credential 'c', which the catalog does not declare; did you mean 'C'?")]
    [InlineData("""[Credential([|"p"|])] public static partial Credential A { get; }""", "'A' refers to the provider 'p', which the catalog does not declare; did you mean 'P'?")]
    [InlineData("""[BillingAccount([|"p"|])] public static partial BillingAccount A { get; }""", "'A' refers to the provider 'p', which the catalog does not declare; did you mean 'P'?")]
    [InlineData("""[Credential(nameof(P), Account = [|"Wallet"|])] public static partial Credential A { get; }""", "'A' refers to the billing account 'Wallet', which the catalog does not declare")]
    [InlineData(
        """[Model("a", nameof(C))] public static partial Model Sonnet { get; } [FallbackChain(nameof(Sonnet), [|nameof(Sonet)|])] public static partial FallbackChain A { get; }""",
        "'A' refers to the model 'Sonet', which the catalog does not declare; did you mean 'Sonnet'?")]
    public void An_unknown_reference_is_reported_with_the_nearest_name(string member, string message) => Assert.Equal([message], Finds(Catalog(member)));

    [Theory]
    [InlineData("""[Model("a", nameof(C))] public static partial Model A { get; }""")]
    [InlineData("""[Model("a", "C")] public static partial Model A { get; }""")]
    [InlineData("""const string Key = "C"; [Model("a", Key)] public static partial Model A { get; }""")]
    [InlineData("""[Model("a", nameof(Models.C))] public static partial Model A { get; }""")]
    [InlineData("""[Model("a", nameof(@C))] public static partial Model A { get; }""")]
    [InlineData("""[Model("a", credential: nameof(C))] public static partial Model A { get; }""")]
    [InlineData("""[Model(credential: nameof(C), id: "a")] public static partial Model A { get; }""")]
    public void A_known_reference_is_not_reported(string member) => FindsNothing(Catalog(member));

    [Fact]
    public void A_reference_to_another_part_of_the_class_is_not_reported() =>
        Assert.Empty(Of(
            Catalog("[Model(\"a\", nameof(Second))] public static partial Model A { get; }"),
            "namespace App; using FailScope; partial class Models { [Credential(nameof(P))] public static partial Credential Second { get; } }"));
}
