using FailScope.CodeFixes.Chains;
using FailScope.CodeFixes.Tests.Catalog;
using FailScope.Generators.Diagnostics;

namespace FailScope.CodeFixes.Tests.Chains;

public sealed class RemoveFromChainCodeFixTests
{
    private static readonly CatalogFixing<RemoveFromChainCodeFix> Duplicate = new(DiagnosticIds.DuplicateInChain);
    private static readonly CatalogFixing<RemoveFromChainCodeFix> Unreachable = new(DiagnosticIds.UnreachableEntry);

    [Theory]
    [InlineData("nameof(Sonnet), [|nameof(Sonnet)|]", "nameof(Sonnet)")]
    [InlineData("nameof(Sonnet), [|nameof(Sonnet)|], nameof(Llama), [|\"Sonnet\"|], Survives = LossOf.Credit", "nameof(Sonnet), nameof(Llama), Survives = LossOf.Credit")]
    [InlineData("nameof(Sonnet),\n        nameof(Llama),\n        [|nameof(Sonnet)|]", "nameof(Sonnet),\n        nameof(Llama)")]
    [InlineData("new[] { nameof(Sonnet), [|nameof(Sonnet)|] }", "new[] { nameof(Sonnet) }")]
    [InlineData("[nameof(Sonnet), [|nameof(Sonnet)|], nameof(Llama)]", "[nameof(Sonnet), nameof(Llama)]")]
    public Task Repeated_entries_are_removed(string before, string after) => Duplicate.Changes(Chain(before), Chain(after));

    [Fact]
    public Task Entries_that_can_never_answer_are_removed()
    {
        const string Copy = "[Model(\"llama:free\", nameof(C))] public static partial Model Copy { get; }\n    ";
        return Unreachable.Changes(Copy + Chain("nameof(Llama), nameof(Sonnet), [|nameof(Copy)|]"), Copy + Chain("nameof(Llama), nameof(Sonnet)"));
    }

    [Fact]
    public Task Fix_All_fixes_a_whole_catalog() => Duplicate.Changes(
        Chain("nameof(Sonnet), [|nameof(Sonnet)|]") + Chain("nameof(Llama), [|nameof(Llama)|]").Replace("Chat", "Other", StringComparison.Ordinal),
        Chain("nameof(Sonnet)") + Chain("nameof(Llama)").Replace("Chat", "Other", StringComparison.Ordinal));

    private static string Chain(string arguments) => $"[FallbackChain({arguments})] public static partial FallbackChain Chat {{ get; }}\n    ";
}
