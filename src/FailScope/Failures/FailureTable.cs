using System.Diagnostics.CodeAnalysis;

namespace FailScope;

/// <summary><see cref="FailureRules"/> as the run time asks for them: of kinds that callers name.</summary>
internal static class FailureTable
{
    /// <summary>The number of kinds.</summary>
    internal const int Kinds = FailureRules.Count;

    /// <summary>The column of the retire table for this kind.</summary>
    internal static int EffectOf(FailureKind kind) => (int)RuleOf(kind).Effect;

    internal static FailureRule RuleOf(FailureKind kind)
    {
        ThrowIfNotDefined(kind);
        return FailureRules.For(kind);
    }

    internal static bool IsTerminal(FailureKind kind) => RuleOf(kind).IsTerminal;

    internal static void ThrowIfNotDefined(FailureKind kind)
    {
        if ((uint)kind >= Kinds)
        {
            ThrowNotDefined(kind);
        }
    }

    [DoesNotReturn]
    internal static void ThrowNotDefined(FailureKind kind) =>
        throw new ArgumentOutOfRangeException(nameof(kind), kind, $"{(int)kind} is not a {nameof(FailureKind)}.");
}
