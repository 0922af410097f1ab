using FailScope.Generators.Tests.Analyzers.Catalog;

namespace FailScope.Generators.Tests.Analyzers.Chains;

/// <summary>The base of tests for chain rules.</summary>
public abstract class ChainRuleTests : CatalogRuleTests
{
    /// <summary>
    /// A catalog with two providers (P with the keys C and D, Q with the key E; C and D share the account Wallet), a priced model
    /// (<c>PaidC</c>, …) and a free one (<c>FreeC</c>, …) on each key, and the given members.
    /// </summary>
    protected static string Chain(string members) => Catalog("""
        [Provider("https://q.example")] public static partial Provider Q { get; }
        [BillingAccount(nameof(P))] public static partial BillingAccount Wallet { get; }
        [Credential(nameof(P), Account = nameof(Wallet))] public static partial Credential D1 { get; }
        [Credential(nameof(P), Account = nameof(Wallet))] public static partial Credential D2 { get; }
        [Credential(nameof(Q))] public static partial Credential E { get; }
        [Model("a", nameof(C), InputUsdPerMillion = 1, OutputUsdPerMillion = 2)] public static partial Model PaidC { get; }
        [Model("b", nameof(C), InputUsdPerMillion = 1, OutputUsdPerMillion = 2)] public static partial Model PaidC2 { get; }
        [Model("a:free", nameof(C))] public static partial Model FreeC { get; }
        [Model("b:free", nameof(C))] public static partial Model FreeC2 { get; }
        [Model("a", nameof(D1), InputUsdPerMillion = 1, OutputUsdPerMillion = 2)] public static partial Model PaidD1 { get; }
        [Model("a", nameof(D2), InputUsdPerMillion = 1, OutputUsdPerMillion = 2)] public static partial Model PaidD2 { get; }
        [Model("a:free", nameof(D1))] public static partial Model FreeD1 { get; }
        [Model("a:free", nameof(D2))] public static partial Model FreeD2 { get; }
        [Model("a", nameof(E), InputUsdPerMillion = 1, OutputUsdPerMillion = 2)] public static partial Model PaidE { get; }
        [Model("a:free", nameof(E))] public static partial Model FreeE { get; }

        """ + members);
}
