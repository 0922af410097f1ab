namespace FailScope;

/// <summary>The scope of one endpoint: can it be reached? Created by a catalog, see <see cref="Provider.ProviderScope"/>.</summary>
public readonly record struct ProviderScopeKey : IScopeKey
{
    private readonly string? _value;

    internal ProviderScopeKey(string catalog, string member)
        : this(ScopeKeyText.Mint(ScopeKind.Provider, catalog, member))
    {
    }

    internal ProviderScopeKey(string value) => _value = value;

    /// <inheritdoc/>
    public ScopeKind Kind => ScopeKind.Provider;

    /// <inheritdoc/>
    public string Value => _value ?? ScopeKeyText.Empty(ScopeKind.Provider);

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
