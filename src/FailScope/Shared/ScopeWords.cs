using System;

#if FAILSCOPE_COMPILER
namespace FailScope.Generators.Shared;
#else
namespace FailScope;
#endif

/// <summary>The names of the scopes: the first part of a scope key's text, and the name in messages.</summary>
internal static class ScopeWords
{
    /// <summary>The kind in lower case with hyphens, for example <c>key-budget</c>.</summary>
    // A kind without a name is CS8509, an error in this build. CS8524 concerns undefined values, which throw.
#pragma warning disable CS8524
    internal static string Of(ScopeKind kind) => kind switch
    {
        ScopeKind.None => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no scope key of this kind."),
        ScopeKind.Credential => "credential",
        ScopeKind.Credit => "credit",
        ScopeKind.KeyBudget => "key-budget",
        ScopeKind.FreeQuota => "free-quota",
        ScopeKind.Provider => "provider",
        ScopeKind.Model => "model",
        ScopeKind.UsageLimit => "usage-limit",
    };
#pragma warning restore CS8524

    /// <summary>The first part of a scope key's text, for example <c>key-budget:</c>.</summary>
    internal static string Prefix(ScopeKind kind) => Of(kind) + ":";
}
