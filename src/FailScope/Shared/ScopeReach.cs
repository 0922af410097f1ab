#if FAILSCOPE_COMPILER
namespace FailScope.Generators.Shared;
#else
namespace FailScope;
#endif

/// <summary>Which models of one scope a failure under its key retires: the retire table, asked by scope instead of by model.</summary>
internal static class ScopeReach
{
    /// <summary>Whether a model of the scope is retired.</summary>
    /// <param name="scope">The kind of the scope that both models belong to.</param>
    /// <param name="failedIsFree">Whether the model that failed is free.</param>
    /// <param name="otherIsFree">Whether the model in question is free.</param>
    internal static bool Retires(ScopeKind scope, bool failedIsFree, bool otherIsFree) => RetireRules.For(scope).Spares switch
    {
        SparedModels.Free => failedIsFree || !otherIsFree,
        SparedModels.Priced => otherIsFree,
        _ => true,
    };

    /// <summary>Whether it matters if the model that failed is free.</summary>
    internal static bool TellsFreeFromPriced(ScopeKind scope) => RetireRules.For(scope).Spares == SparedModels.Free;

    /// <summary>Whether a failure under a key of this kind counts for every tenant: the scope is not one customer's.</summary>
    internal static bool IsForAllTenants(ScopeKind scope) => scope is ScopeKind.Provider;
}
