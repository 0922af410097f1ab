using FailScope.CodeFixes.Catalog;
using FailScope.Generators.Diagnostics;

namespace FailScope.CodeFixes.Tests.Catalog;

public sealed class FreeWithPriceCodeFixTests
{
    private static readonly CatalogFixing<FreeWithPriceCodeFix> Fix = new(DiagnosticIds.FreeWithPrice);

    [Theory]
    [InlineData("Free = [|true|], InputUsdPerMillion = 1", "InputUsdPerMillion = 1")]
    [InlineData("InputUsdPerMillion = 1, Free = [|true|]", "InputUsdPerMillion = 1")]
    [InlineData("InputUsdPerMillion = 1, Free = [|true|], ContextWindow = 8", "InputUsdPerMillion = 1, ContextWindow = 8")]
    [InlineData("InputUsdPerMillion = 1,\n        Free = [|true|],\n        ContextWindow = 8", "InputUsdPerMillion = 1,\n        ContextWindow = 8")]
    public Task Free_is_removed_and_the_price_stays(string before, string after) =>
        Fix.Changes($"[Model(\"a\", nameof(C), {before})] public static partial Model A {{ get; }}", $"[Model(\"a\", nameof(C), {after})] public static partial Model A {{ get; }}");

    [Fact]
    public Task An_argument_that_is_part_of_an_if_directive_is_not_removed() =>
        Fix.OffersNothing("[Model(\"a\", nameof(C),\n#if NEVER\n#else\nInputUsdPerMillion = 1\n#endif\n, Free = [|true|], ContextWindow = 8)] public static partial Model A { get; }");

    [Fact]
    public Task Fix_All_fixes_a_whole_catalog() => Fix.Changes(
        "[Model(\"a\", nameof(C), Free = [|true|], UsdPerImage = 1)] public static partial Model A { get; } [Model(\"b\", nameof(C), UsdPerImage = 1, Free = [|true|])] public static partial Model B { get; }",
        "[Model(\"a\", nameof(C), UsdPerImage = 1)] public static partial Model A { get; } [Model(\"b\", nameof(C), UsdPerImage = 1)] public static partial Model B { get; }");
}
