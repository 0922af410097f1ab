namespace FailScope;

/// <summary>
/// A key under which a failure is remembered. The seven implementations are distinct types without conversions between them, so the
/// key of an account without credit cannot be passed where the key of a rejected API key is expected. Catalogs create
/// them; they are values, equal across processes, and never contain a secret.
/// </summary>
public interface IScopeKey
{
    /// <summary>Which of the seven scopes this is.</summary>
    ScopeKind Kind { get; }

    /// <summary>
    /// The key as text, <c>kind:Namespace.Catalog/Member</c>, suitable for a log, a cache or a database. Two keys have the same
    /// text only if they are equal and of the same kind.
    /// </summary>
    string Value { get; }
}
