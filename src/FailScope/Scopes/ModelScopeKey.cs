namespace FailScope;

/// <summary>The scope of one model id offered through one credential: is it available? Created by a catalog, see <see cref="Model.ModelScope"/>.</summary>
public readonly record struct ModelScopeKey : IScopeKey
{
    private readonly string? _value;

    internal ModelScopeKey(string catalog, string member)
        : this(ScopeKeyText.Mint(ScopeKind.Model, catalog, member))
    {
    }

    internal ModelScopeKey(string value) => _value = value;

    /// <inheritdoc/>
    public ScopeKind Kind => ScopeKind.Model;

    /// <inheritdoc/>
    public string Value => _value ?? ScopeKeyText.Empty(ScopeKind.Model);

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
