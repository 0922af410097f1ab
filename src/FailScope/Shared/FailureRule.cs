#if FAILSCOPE_COMPILER
namespace FailScope.Generators.Shared;
#else
namespace FailScope;
#endif

/// <summary>One row of the failure table.</summary>
/// <param name="Effect">Which models it retires for the rest of the turn, the failing one always among them.</param>
/// <param name="Memory">How it is remembered between turns.</param>
/// <param name="Cause">
/// What to say of a turn in which every attempt failed like this, without a full stop; null where that is no more than "every
/// model failed". For a billing kind the names of the accounts or keys follow.
/// </param>
internal readonly record struct FailureRule(RetireEffect Effect, Memory Memory, string? Cause)
{
    /// <summary>Whether the turn ends here because no other model would do better.</summary>
    internal bool IsTerminal { get; init; }

    /// <summary>Whether the cause is money: somebody has to pay, or raise a cap.</summary>
    internal bool IsBilling { get; init; }

    /// <summary>Whether a limit was hit, so that headers which say when limits reset are about this failure.</summary>
    internal bool IsLimit { get; init; }

    /// <summary>
    /// What an operator does about it, as a sentence; null where nothing can be done. <c>{model}</c>, <c>{id}</c>, <c>{key}</c>,
    /// <c>{account}</c> and <c>{provider}</c> stand for those of the failed model.
    /// </summary>
    internal string? Remedy { get; init; }

    /// <summary>The scope key under which it is remembered between turns; <see cref="ScopeKind.None"/> where it is not.</summary>
    internal ScopeKind Scope => Memory == Memory.None ? ScopeKind.None : RetireRules.For(Effect).Scope;
}
