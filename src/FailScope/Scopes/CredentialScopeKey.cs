namespace FailScope;

/// <summary>The scope of one API key at one provider: is the key accepted? Created by a catalog, see <see cref="Credential.CredentialScope"/>.</summary>
public readonly record struct CredentialScopeKey : IScopeKey
{
    private readonly string? _value;

    internal CredentialScopeKey(string catalog, string member)
        : this(ScopeKeyText.Mint(ScopeKind.Credential, catalog, member))
    {
    }

    internal CredentialScopeKey(string value) => _value = value;

    /// <inheritdoc/>
    public ScopeKind Kind => ScopeKind.Credential;

    /// <inheritdoc/>
    public string Value => _value ?? ScopeKeyText.Empty(ScopeKind.Credential);

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
