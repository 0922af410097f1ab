using FailScope.Generators.Diagnostics;

namespace FailScope.Generators.Tests.Analyzers.Catalog;

public sealed class WrongKindOfReferenceTests : CatalogRuleTests
{
    protected override string Id => DiagnosticIds.WrongKindOfReference;

    protected override string Hit => Catalog("""[Model("a", {|#0:nameof(P)|})] public static partial Model A { get; }""");

    [Theory]
    [InlineData("""[Model("a", [|nameof(P)|])] public static partial Model A { get; }""", "'A' needs a credential, but 'P' is a provider")]
    [InlineData("""[Credential([|nameof(C)|])] public static partial Credential A { get; }""", "'A' needs a provider, but 'C' is a credential")]
    [InlineData("""[Credential(nameof(P), Account = [|nameof(C)|])] public static partial Credential A { get; }""", "'A' needs a billing account, but 'C' is a credential")]
    [InlineData("""[FallbackChain([|nameof(C)|])] public static partial FallbackChain A { get; }""", "'A' needs a model, but 'C' is a credential")]
    [InlineData("""[FallbackChain([|"A"|])] public static partial FallbackChain A { get; }""", "'A' needs a model, but 'A' is a fallback chain")]
    public void A_reference_to_another_kind_is_reported(string member, string message) => Assert.Equal([message], Finds(Catalog(member)));

    [Fact]
    public void A_reference_to_the_right_kind_is_not_reported() => FindsNothing(Catalog("""
        [BillingAccount(nameof(P))] public static partial BillingAccount Wallet { get; }
        [Credential(nameof(P), Account = nameof(Wallet))] public static partial Credential D { get; }
        [Model("a", nameof(D))] public static partial Model A { get; }
        [FallbackChain(nameof(A))] public static partial FallbackChain Chain { get; }
        """));
}
