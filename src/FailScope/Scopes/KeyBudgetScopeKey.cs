namespace FailScope;

/// <summary>The scope of one API key's spending limit: may the key still spend? Created by a catalog, see <see cref="Credential.KeyBudgetScope"/>.</summary>
public readonly record struct KeyBudgetScopeKey : IScopeKey
{
    private readonly string? _value;

    internal KeyBudgetScopeKey(string catalog, string member)
        : this(ScopeKeyText.Mint(ScopeKind.KeyBudget, catalog, member))
    {
    }

    internal KeyBudgetScopeKey(string value) => _value = value;

    /// <inheritdoc/>
    public ScopeKind Kind => ScopeKind.KeyBudget;

    /// <inheritdoc/>
    public string Value => _value ?? ScopeKeyText.Empty(ScopeKind.KeyBudget);

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
