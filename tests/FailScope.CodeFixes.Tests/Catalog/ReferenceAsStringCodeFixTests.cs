using FailScope.CodeFixes.Catalog;
using FailScope.Generators.Diagnostics;

namespace FailScope.CodeFixes.Tests.Catalog;

public sealed class ReferenceAsStringCodeFixTests
{
    private static readonly CatalogFixing<ReferenceAsStringCodeFix> Fix = new(DiagnosticIds.ReferenceAsString);

    [Fact]
    public Task Every_reference_becomes_a_nameof() => Fix.Changes(
        """
        [BillingAccount([|"P"|])] public static partial BillingAccount @event { get; }
        [Credential(provider: [|@"P"|], Account = [|"event"|])] public static partial Credential D { get; }
        [Model("C", [|"C"|] /* the key */)] public static partial Model A { get; }
        [FallbackChain([|"A"|],
            [|"Sonnet"|], Survives = LossOf.None)] public static partial FallbackChain Chat { get; }
        [FallbackChain(new[] { [|"A"|] })] public static partial FallbackChain Other { get; }
        """,
        """
        [BillingAccount(nameof(P))] public static partial BillingAccount @event { get; }
        [Credential(provider: nameof(P), Account = nameof(@event))] public static partial Credential D { get; }
        [Model("C", nameof(C) /* the key */)] public static partial Model A { get; }
        [FallbackChain(nameof(A),
            nameof(Sonnet), Survives = LossOf.None)] public static partial FallbackChain Chat { get; }
        [FallbackChain(new[] { nameof(A) })] public static partial FallbackChain Other { get; }
        """);

    [Fact]
    public Task Fix_All_fixes_all_files_of_a_catalog() => Fix.ChangesFiles(
        [CatalogFixing<ReferenceAsStringCodeFix>.Catalog("[Model(\"a\", [|\"C\"|])] public static partial Model A { get; }"), "namespace App; using FailScope; partial class Models { [FallbackChain([|\"A\"|])] public static partial FallbackChain Chat { get; } }"],
        [CatalogFixing<ReferenceAsStringCodeFix>.Catalog("[Model(\"a\", nameof(C))] public static partial Model A { get; }"), "namespace App; using FailScope; partial class Models { [FallbackChain(nameof(A))] public static partial FallbackChain Chat { get; } }"]);
}
