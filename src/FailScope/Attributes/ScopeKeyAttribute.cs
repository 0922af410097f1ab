namespace FailScope;

/// <summary>
/// Declares which kind of scope key a string contains, for code that still passes keys as strings. The compiler then rejects a
/// key of another kind there.
/// </summary>
/// <param name="kind">The kind of scope key that the string contains.</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.ReturnValue | AttributeTargets.Field | AttributeTargets.Property)]
public sealed class ScopeKeyAttribute(ScopeKind kind) : Attribute
{
    /// <summary>The kind of scope key that the string contains.</summary>
    public ScopeKind Kind { get; } = kind;
}
