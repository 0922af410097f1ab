#if FAILSCOPE_COMPILER
namespace FailScope.Generators.Shared;
#else
namespace FailScope;
#endif

/// <summary>Which models of a scope a failure under its key retires. Derived from the table of effects.</summary>
internal static class ScopeReach
{
    /// <summary>Whether a model of the scope is retired.</summary>
    /// <param name="scope">The kind of the scope that both models belong to.</param>
    /// <param name="failedIsFree">Whether the failed model is free.</param>
    /// <param name="otherIsFree">Whether the other model is free.</param>
    internal static bool Retires(ScopeKind scope, bool failedIsFree, bool otherIsFree) => RetireRules.For(scope).Spares switch
    {
        SparedModels.Free => failedIsFree || !otherIsFree,
        SparedModels.Priced => otherIsFree,
        _ => true,
    };

    /// <summary>Whether it matters if the failed model is free.</summary>
    internal static bool TellsFreeFromPriced(ScopeKind scope) => RetireRules.For(scope).Spares == SparedModels.Free;

    /// <summary>Whether a failure under a key of this kind applies to all tenants, because the scope does not belong to one customer.</summary>
    internal static bool IsForAllTenants(ScopeKind scope) => scope is ScopeKind.Provider;
}
