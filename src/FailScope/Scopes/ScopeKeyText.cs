namespace FailScope;

/// <summary>
/// The text of a scope key. It is unambiguous: a catalog's full name and a member's name are identifiers, so neither contains the
/// colon or the slash that separate the parts.
/// </summary>
internal static class ScopeKeyText
{
    internal static string Mint(ScopeKind kind, string catalog, string member) => string.Concat(ScopeWords.Prefix(kind), catalog, "/", member);

    /// <summary>The text of a default value, which no catalog creates.</summary>
    internal static string Empty(ScopeKind kind) => ScopeWords.Prefix(kind);
}
