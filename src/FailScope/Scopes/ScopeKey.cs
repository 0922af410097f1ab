using System.Diagnostics.CodeAnalysis;

namespace FailScope;

/// <summary>Parses scope keys from their text, for an operations page, a queue or a store.</summary>
public static class ScopeKey
{
    /// <summary>Parses the text of <see cref="IScopeKey.Value"/>. The result has the type that matches its kind.</summary>
    /// <param name="text">The text, <c>kind:Namespace.Catalog/Member</c>.</param>
    /// <param name="key">The key; null if the text is not a scope key.</param>
    /// <returns>Whether the text has the form of a scope key. It is not checked whether a catalog has this key.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out IScopeKey? key)
    {
        key = null;
        int colon = text?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        int slash = text?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        if (colon < 0 || slash <= colon + 1 || slash == text!.Length - 1 || text.IndexOf(':', colon + 1) >= 0 || text.IndexOf('/', slash + 1) >= 0)
        {
            return false;
        }

        string catalog = text[(colon + 1)..slash];
        string member = text[(slash + 1)..];
        foreach (ScopeKind kind in Enum.GetValues<ScopeKind>())
        {
            if (kind != ScopeKind.None && text.AsSpan(0, colon + 1).SequenceEqual(ScopeKeyText.Empty(kind)))
            {
                key = Create(kind, catalog, member);
            }
        }

        return key is not null;
    }

    // A ScopeKind without a case here is CS8509, an error in this build. CS8524 concerns undefined values, which throw.
#pragma warning disable CS8524
    private static IScopeKey Create(ScopeKind kind, string catalog, string member) => kind switch
    {
        ScopeKind.None => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no scope key of this kind."),
        ScopeKind.Credential => new CredentialScopeKey(catalog, member),
        ScopeKind.Credit => new CreditScopeKey(catalog, member),
        ScopeKind.KeyBudget => new KeyBudgetScopeKey(catalog, member),
        ScopeKind.FreeQuota => new FreeQuotaScopeKey(catalog, member),
        ScopeKind.Provider => new ProviderScopeKey(catalog, member),
        ScopeKind.Model => new ModelScopeKey(catalog, member),
        ScopeKind.UsageLimit => new UsageLimitScopeKey(catalog, member),
    };
#pragma warning restore CS8524
}
