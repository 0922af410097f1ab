#if FAILSCOPE_COMPILER
namespace FailScope.Generators.Shared;
#else
namespace FailScope;
#endif

/// <summary>One row of the failure table.</summary>
/// <param name="Effect">Which models it retires for the rest of the turn; the failed model is always included.</param>
/// <param name="Memory">How it is remembered between turns.</param>
/// <param name="Cause">
/// The message for a turn in which every attempt failed with this kind, without a full stop; null if it would say no more than "every
/// model failed". For a billing kind, the names of the accounts or keys follow it.
/// </param>
internal readonly record struct FailureRule(RetireEffect Effect, Memory Memory, string? Cause)
{
    /// <summary>Whether the turn ends because no other model would do better.</summary>
    internal bool IsTerminal { get; init; }

    /// <summary>Whether the cause is money: someone has to pay or raise a limit.</summary>
    internal bool IsBilling { get; init; }

    /// <summary>Whether a limit was reached, so that headers with the reset times of limits apply to this failure.</summary>
    internal bool IsLimit { get; init; }

    /// <summary>
    /// What an operator can do about it, as a sentence; null if nothing can be done. <c>{model}</c>, <c>{id}</c>, <c>{key}</c>,
    /// <c>{account}</c> and <c>{provider}</c> are replaced with those of the failed model.
    /// </summary>
    internal string? Remedy { get; init; }

    /// <summary>The scope key under which it is remembered between turns; <see cref="ScopeKind.None"/> if it is not remembered.</summary>
    internal ScopeKind Scope => Memory == Memory.None ? ScopeKind.None : RetireRules.For(Effect).Scope;
}
