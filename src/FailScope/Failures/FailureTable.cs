using System.Runtime.CompilerServices;

namespace FailScope;

/// <summary><see cref="FailureRules"/> laid out for reading in a nanosecond.</summary>
internal static class FailureTable
{
    private const int BitsPerEffect = 3;

    private const int Kinds = (int)FailureKind.Cancelled + 1;

    // The column of every kind, three bits each: a word is a constant to the JIT compiler, an array would be read.
    private static readonly ulong Effects = Pack();

    /// <summary>The column of the retire table for this kind.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int EffectOf(FailureKind kind)
    {
        if ((uint)kind >= Kinds)
        {
            ThrowNotDefined(kind);
        }

        return (int)(Effects >> (BitsPerEffect * (int)kind)) & ((1 << BitsPerEffect) - 1);
    }

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

    private static ulong Pack()
    {
        ulong effects = 0;
        for (int kind = 0; kind < Kinds; kind++)
        {
            effects |= (ulong)FailureRules.For((FailureKind)kind).Effect << (BitsPerEffect * kind);
        }

        return effects;
    }

    private static void ThrowNotDefined(FailureKind kind) =>
        throw new ArgumentOutOfRangeException(nameof(kind), kind, $"{(int)kind} is not a {nameof(FailureKind)}.");
}
