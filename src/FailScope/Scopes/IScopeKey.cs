namespace FailScope;

/// <summary>
/// A name under which a failure is remembered. The seven implementations are distinct types that no conversion joins: a key
/// that says "this account is broke" cannot be passed where one that says "this key is dead" belongs. Catalogs mint them;
/// they are values, equal across processes, and never contain a secret.
/// </summary>
public interface IScopeKey
{
    /// <summary>Which of the seven scopes this is.</summary>
    ScopeKind Kind { get; }

    /// <summary>
    /// The key as text, <c>kind:Namespace.Catalog/Member</c>: fit for a log, a cache or a database. Two keys have the same
    /// text exactly if they are equal, also across kinds.
    /// </summary>
    string Value { get; }
}
