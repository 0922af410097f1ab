namespace FailScope;

/// <summary>The scope of one billing account's credit: has it any left? Created by a catalog, see <see cref="BillingAccount.CreditScope"/>.</summary>
public readonly record struct CreditScopeKey : IScopeKey
{
    private readonly string? _value;

    internal CreditScopeKey(string catalog, string member)
        : this(ScopeKeyText.Mint(ScopeKind.Credit, catalog, member))
    {
    }

    internal CreditScopeKey(string value) => _value = value;

    /// <inheritdoc/>
    public ScopeKind Kind => ScopeKind.Credit;

    /// <inheritdoc/>
    public string Value => _value ?? ScopeKeyText.Empty(ScopeKind.Credit);

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
