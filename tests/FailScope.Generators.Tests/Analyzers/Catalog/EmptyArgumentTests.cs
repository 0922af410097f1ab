using FailScope.Generators.Diagnostics;

namespace FailScope.Generators.Tests.Analyzers.Catalog;

public sealed class EmptyArgumentTests : CatalogRuleTests
{
    protected override string Id => DiagnosticIds.EmptyArgument;

    protected override string Hit => Catalog("""[Model({|#0:""|}, nameof(C))] public static partial Model A { get; }""");

    [Theory]
    [InlineData("""[Model([|null!|], nameof(C))] public static partial Model A { get; }""", "'A' has no id: the argument is null or empty")]
    [InlineData("""[Model([|"  "|], nameof(C))] public static partial Model A { get; }""", "'A' has no id: the argument is null or empty")]
    [InlineData("""[Model("a", [|""|])] public static partial Model A { get; }""", "'A' has no credential: the argument is null or empty")]
    [InlineData("""[Provider([|""|])] public static partial Provider A { get; }""", "'A' has no endpoint: the argument is null or empty")]
    [InlineData("""[Credential([|default!|])] public static partial Credential A { get; }""", "'A' has no provider: the argument is null or empty")]
    [InlineData("""[Credential(nameof(P), Account = [|""|])] public static partial Credential A { get; }""", "'A' has no billing account: the argument is null or empty")]
    [InlineData("""[FallbackChain([|""|])] public static partial FallbackChain A { get; }""", "'A' has no model: the argument is null or empty")]
    [InlineData("""const string None = ""; [Model([|None|], nameof(C))] public static partial Model A { get; }""", "'A' has no id: the argument is null or empty")]
    public void An_empty_argument_is_reported_where_it_stands(string member, string message) => Assert.Equal([message], Finds(Catalog(member)));

    [Theory]
    [InlineData("""[Model("a", nameof(C))] public static partial Model A { get; }""")]
    [InlineData("""[Credential(nameof(P), Account = null)] public static partial Credential A { get; }""")]
    [InlineData("""[Model("a")] public static partial Model A { get; }""")]
    [InlineData("""[Model] public static partial Model A { get; }""")]
    [InlineData("""[Model("a", nameof())] public static partial Model A { get; }""")]
    [InlineData("""static readonly string Id = "a"; [Model(Id, nameof(C))] public static partial Model A { get; }""")]
    public void What_is_there_and_what_the_compiler_reports_are_not(string member) => FindsNothing(Catalog(member));
}
