using FailScope.Generators.Diagnostics;

namespace FailScope.Generators.Tests.Analyzers.Catalog;

public sealed class EmptyArgumentTests : CatalogRuleTests
{
    protected override string Id => DiagnosticIds.EmptyArgument;

    protected override string Hit => Catalog("""[Model({|#0:""|}, nameof(C))] public static partial Model A { get; }""");

    [Theory]
    [InlineData("""[Model([|null!|], nameof(C))] public static partial Model A { get; }""", "The id of 'A' must not be null, empty or white space")]
    [InlineData("""[Model([|"  "|], nameof(C))] public static partial Model A { get; }""", "The id of 'A' must not be null, empty or white space")]
    [InlineData("""[Model("a", [|""|])] public static partial Model A { get; }""", "The credential of 'A' must not be null, empty or white space")]
    [InlineData("""[Provider([|""|])] public static partial Provider A { get; }""", "The endpoint of 'A' must not be null, empty or white space")]
    [InlineData("""[Credential([|default!|])] public static partial Credential A { get; }""", "The provider of 'A' must not be null, empty or white space")]
    [InlineData("""[Credential(nameof(P), Account = [|""|])] public static partial Credential A { get; }""", "The billing account of 'A' must not be null, empty or white space")]
    [InlineData("""[FallbackChain([|""|])] public static partial FallbackChain A { get; }""", "The model of 'A' must not be null, empty or white space")]
    [InlineData("""const string None = ""; [Model([|None|], nameof(C))] public static partial Model A { get; }""", "The id of 'A' must not be null, empty or white space")]
    public void An_empty_argument_is_reported_at_the_argument(string member, string message) => Assert.Equal([message], Finds(Catalog(member)));

    [Theory]
    [InlineData("""[Model("a", nameof(C))] public static partial Model A { get; }""")]
    [InlineData("""[Credential(nameof(P), Account = null)] public static partial Credential A { get; }""")]
    [InlineData("""[Model("a")] public static partial Model A { get; }""")]
    [InlineData("""[Model] public static partial Model A { get; }""")]
    [InlineData("""[Model("a", nameof())] public static partial Model A { get; }""")]
    [InlineData("""static readonly string Id = "a"; [Model(Id, nameof(C))] public static partial Model A { get; }""")]
    public void Arguments_with_text_and_what_the_compiler_reports_are_not_reported(string member) => FindsNothing(Catalog(member));
}
