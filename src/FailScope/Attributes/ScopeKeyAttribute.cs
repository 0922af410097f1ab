namespace FailScope;

/// <summary>
/// Says which kind of scope key a string holds, in code that still passes keys as strings. The compiler then refuses a
/// key of another kind there.
/// </summary>
/// <param name="kind">The kind of scope key that the string holds.</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.ReturnValue | AttributeTargets.Field | AttributeTargets.Property)]
public sealed class ScopeKeyAttribute(ScopeKind kind) : Attribute
{
    /// <summary>The kind of scope key that the string holds.</summary>
    public ScopeKind Kind { get; } = kind;
}
