using FailScope.CodeFixes.Catalog;
using FailScope.Generators.Diagnostics;

namespace FailScope.CodeFixes.Tests.Catalog;

public sealed class NearestNameCodeFixTests
{
    private static readonly CatalogFixing<NearestNameCodeFix> Fix = new(DiagnosticIds.UnknownReference);

    [Theory]
    [InlineData("[FallbackChain([|nameof({|CS0103:Sonet|})|])] public static partial FallbackChain Chat { get; }", "[FallbackChain(nameof(Sonnet))] public static partial FallbackChain Chat { get; }")]
    [InlineData("[FallbackChain([|\"sonnet\"|], nameof(Llama))] public static partial FallbackChain Chat { get; }", "[FallbackChain(nameof(Sonnet), nameof(Llama))] public static partial FallbackChain Chat { get; }")]
    [InlineData("[Model(\"a\", [|\"c\"|], Free = true)] public static partial Model A { get; }", "[Model(\"a\", nameof(C), Free = true)] public static partial Model A { get; }")]
    [InlineData("[Model(\"a\", credential: /* which? */ [|\"c\"|] /* this */)] public static partial Model A { get; }", "[Model(\"a\", credential: /* which? */ nameof(C) /* this */)] public static partial Model A { get; }")]
    public Task A_misspelled_reference_becomes_the_nearest_member(string before, string after) => Fix.Changes(before, after);

    [Fact]
    public Task A_name_that_is_a_keyword_is_escaped() => Fix.Changes(
        "[Model(\"a\", nameof(C))] public static partial Model @class { get; } [FallbackChain([|\"clas\"|])] public static partial FallbackChain Chat { get; }",
        "[Model(\"a\", nameof(C))] public static partial Model @class { get; } [FallbackChain(nameof(@class))] public static partial FallbackChain Chat { get; }");

    [Fact]
    public Task Fix_All_fixes_a_whole_catalog() => Fix.Changes(
        "[FallbackChain([|\"Sonet\"|], [|\"Lama\"|])] public static partial FallbackChain One { get; } [FallbackChain([|\"Llamma\"|])] public static partial FallbackChain Two { get; }",
        "[FallbackChain(nameof(Sonnet), nameof(Llama))] public static partial FallbackChain One { get; } [FallbackChain(nameof(Llama))] public static partial FallbackChain Two { get; }");

    [Fact]
    public Task Without_a_near_name_no_fix_is_offered() =>
        Fix.OffersNothing("[FallbackChain(nameof(Sonnet), [|\"Nobody\"|])] public static partial FallbackChain Chat { get; }");
}
