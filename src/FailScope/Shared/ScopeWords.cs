using System;

#if FAILSCOPE_COMPILER
namespace FailScope.Generators.Shared;
#else
namespace FailScope;
#endif

/// <summary>The words for the scopes: what the text of a scope key begins with, and what a message calls a key.</summary>
internal static class ScopeWords
{
    /// <summary>The kind in lower case with hyphens, as <c>key-budget</c>.</summary>
    // A kind without a word is CS8509, an error in this build. CS8524 is about numbers that are no kind: those throw.
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

    /// <summary>What the text of a scope key begins with, as <c>key-budget:</c>.</summary>
    internal static string Prefix(ScopeKind kind) => Of(kind) + ":";
}
