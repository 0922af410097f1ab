using FailScope.CodeFixes.Chains;
using FailScope.CodeFixes.Tests.Catalog;
using FailScope.Generators.Diagnostics;

namespace FailScope.CodeFixes.Tests.Chains;

public sealed class UnstatedSurvivalCodeFixTests
{
    private static readonly CatalogFixing<UnstatedSurvivalCodeFix> Fix = new(DiagnosticIds.UnstatedSurvival);

    [Theory]
    [InlineData("nameof(Sonnet), nameof(Llama)", "nameof(Sonnet), nameof(Llama), Survives = LossOf.Credit | LossOf.Model | LossOf.FreeQuota")]
    [InlineData("nameof(Sonnet), nameof(Llama), Requires = ModelCapabilities.Tools", "nameof(Sonnet), nameof(Llama), Requires = ModelCapabilities.Tools, Survives = LossOf.Credit | LossOf.Model | LossOf.FreeQuota")]
    [InlineData("\n        nameof(Sonnet),\n        nameof(Llama)\n    ", "\n        nameof(Sonnet),\n        nameof(Llama),\n        Survives = LossOf.Credit | LossOf.Model | LossOf.FreeQuota\n    ")]
    public Task Survives_is_set_to_the_losses_that_the_chain_survives(string before, string after) => Fix.Changes(
        $"[FallbackChain({before})] public static partial FallbackChain [|Chat|] {{ get; }}",
        $"[FallbackChain({after})] public static partial FallbackChain Chat {{ get; }}");

    [Fact]
    public Task Fix_All_fixes_a_whole_catalog() => Fix.Changes(
        "[FallbackChain(nameof(Sonnet), nameof(Llama))] public static partial FallbackChain [|One|] { get; } [FallbackChain(nameof(Llama), nameof(Sonnet))] public static partial FallbackChain [|Two|] { get; }",
        "[FallbackChain(nameof(Sonnet), nameof(Llama), Survives = LossOf.Credit | LossOf.Model | LossOf.FreeQuota)] public static partial FallbackChain One { get; } [FallbackChain(nameof(Llama), nameof(Sonnet), Survives = LossOf.Credit | LossOf.Model | LossOf.FreeQuota)] public static partial FallbackChain Two { get; }");

    [Fact]
    public Task Without_an_import_the_type_is_qualified() => Fix.ChangesFiles(
        [CatalogFixing<UnstatedSurvivalCodeFix>.Catalog(""), "namespace App;\n\npartial class Models\n{\n    [FailScope.FallbackChain(nameof(Sonnet), nameof(Llama))] public static partial FailScope.FallbackChain [|Chat|] { get; }\n}"],
        [CatalogFixing<UnstatedSurvivalCodeFix>.Catalog(""), "namespace App;\n\npartial class Models\n{\n    [FailScope.FallbackChain(nameof(Sonnet), nameof(Llama), Survives = FailScope.LossOf.Credit | FailScope.LossOf.Model | FailScope.LossOf.FreeQuota)] public static partial FailScope.FallbackChain Chat { get; }\n}"]);
}
