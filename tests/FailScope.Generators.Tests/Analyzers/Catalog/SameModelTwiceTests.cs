using FailScope.Generators.Diagnostics;

namespace FailScope.Generators.Tests.Analyzers.Catalog;

public sealed class SameModelTwiceTests : CatalogRuleTests
{
    private const string First = """
        [Credential(nameof(P))] public static partial Credential D { get; }
        [Model("a", nameof(C))] public static partial Model A { get; }

        """;

    protected override string Id => DiagnosticIds.SameModelTwice;

    protected override string Hit => Catalog(First + """[Model({|#0:"a"|}, nameof(C))] public static partial Model B { get; }""");

    [Fact]
    public void Every_copy_is_reported_with_the_first_one() =>
        Assert.Equal(
            ["'B' is the same model as 'A': id 'a' through credential 'C'", "'E' is the same model as 'A': id 'a' through credential 'C'"],
            Finds(Catalog(First + """
                [Model([|"a"|], nameof(C), InputUsdPerMillion = 1)] public static partial Model B { get; }
                [Model([|"a"|], "C")] public static partial Model E { get; }
                """)));

    [Theory]
    [InlineData("""[Model("a", nameof(D))] public static partial Model B { get; }""")]
    [InlineData("""[Model("A", nameof(C))] public static partial Model B { get; }""")]
    [InlineData("""[Model("a:free", nameof(C))] public static partial Model B { get; }""")]
    [InlineData("""[Model("a", "Missing")] public static partial Model B { get; } [Model("a", "Missing")] public static partial Model E { get; }""")]
    public void Another_id_and_another_key_are_not_reported(string member) => FindsNothing(Catalog(First + member));
}
