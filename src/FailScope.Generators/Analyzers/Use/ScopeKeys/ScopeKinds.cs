using FailScope.Generators.Shared;

namespace FailScope.Generators.Analyzers.Use.ScopeKeys;

/// <summary>A set of kinds of scope keys. An empty set means unknown.</summary>
/// <param name="Bits">One bit for each kind.</param>
internal readonly record struct ScopeKinds(int Bits)
{
    internal bool IsKnown => Bits != 0;

    public static implicit operator ScopeKinds(ScopeKind kind) => kind == ScopeKind.None ? default : new(1 << (int)kind);

    public static ScopeKinds operator |(ScopeKinds left, ScopeKinds right) => new(left.Bits | right.Bits);

    /// <summary>Whether both are known and have no kind in common.</summary>
    internal bool ContradictsTo(ScopeKinds other) => IsKnown && other.IsKnown && (Bits & other.Bits) == 0;

    /// <summary>Whether it contains more than one kind.</summary>
    internal bool IsMixed => (Bits & (Bits - 1)) != 0;

    /// <summary>The kinds in words.</summary>
    public override string ToString()
    {
        int bits = Bits;
        return string.Join(
            " or ",
            Enum.GetValues(typeof(ScopeKind)).Cast<ScopeKind>()
                .Where(kind => (bits & (1 << (int)kind)) != 0)
                .Select(kind => ScopeWords.Of(kind).Replace('-', ' ')));
    }
}
