using System.Runtime.CompilerServices;

namespace FailScope;

/// <summary><see cref="FailureRules"/> laid out for reading in a nanosecond.</summary>
internal static class FailureTable
{
    private static readonly FailureRule[] Rules = Array.ConvertAll(Enum.GetValues<FailureKind>(), FailureRules.For);

    private static readonly byte[] Effects = Array.ConvertAll(Rules, rule => (byte)rule.Effect);

    /// <summary>The column of the retire table for this kind.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int EffectOf(FailureKind kind)
    {
        byte[] effects = Effects;
        if ((uint)kind >= (uint)effects.Length)
        {
            ThrowNotDefined(kind);
        }

        return effects[(int)kind];
    }

    internal static FailureRule RuleOf(FailureKind kind)
    {
        ThrowIfNotDefined(kind);
        return Rules[(int)kind];
    }

    internal static bool IsTerminal(FailureKind kind) => RuleOf(kind).IsTerminal;

    internal static void ThrowIfNotDefined(FailureKind kind)
    {
        if ((uint)kind >= (uint)Rules.Length)
        {
            ThrowNotDefined(kind);
        }
    }

    private static void ThrowNotDefined(FailureKind kind) =>
        throw new ArgumentOutOfRangeException(nameof(kind), kind, $"{(int)kind} is not a {nameof(FailureKind)}.");
}
