using System.Diagnostics.CodeAnalysis;

namespace FailScope;

/// <summary>Looks up <see cref="FailureRules"/> for kinds that come from callers, which may not be defined values.</summary>
internal static class FailureTable
{
    /// <summary>The number of kinds.</summary>
    internal const int Kinds = FailureRules.Count;

    /// <summary>The column of this kind in the retire table.</summary>
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
