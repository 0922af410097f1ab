using FailScope.Generators.Diagnostics;

namespace FailScope.Generators.Tests.Analyzers.Catalog;

public sealed class ReferenceAsStringTests : CatalogRuleTests
{
    protected override string Id => DiagnosticIds.ReferenceAsString;

    protected override string Hit => Catalog("""[Model("a", {|#0:"C"|})] public static partial Model A { get; }""");

    [Fact]
    public void Every_reference_as_a_literal_is_reported() =>
        Assert.Equal(
            [.. new[] { "P", "P", "Wallet", "D", "A", "@class" }.Select(name => $"Use nameof({name}) so that rename and find references work")],
            Finds(Catalog("""
                [BillingAccount([|"P"|])] public static partial BillingAccount Wallet { get; }
                [Credential([|@"P"|], Account = [|"Wallet"|])] public static partial Credential D { get; }
                [Model("a", [|"D"|])] public static partial Model A { get; }
                [Model("b", nameof(D))] public static partial Model @class { get; }
                [FallbackChain([|"A"|], [|"class"|])] public static partial FallbackChain Chain { get; }
                """)));

    [Theory]
    [InlineData("""[Model("C", nameof(C))] public static partial Model A { get; }""")]
    [InlineData("""const string Key = "C"; [Model("a", Key)] public static partial Model A { get; }""")]
    [InlineData("""[Model("a", "Missing")] public static partial Model A { get; }""")]
    [InlineData("""[Model("a", "P")] public static partial Model A { get; }""")]
    [InlineData("""[Credential(nameof(P), EnvironmentVariable = "C")] public static partial Credential A { get; }""")]
    public void A_nameof_a_constant_and_an_unknown_reference_are_not_reported(string member) => FindsNothing(Catalog(member));
}
