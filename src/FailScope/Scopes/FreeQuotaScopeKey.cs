namespace FailScope;

/// <summary>The scope of an account's quota of free requests: is any left? Created by a catalog, see <see cref="BillingAccount.FreeQuotaScope"/>.</summary>
public readonly record struct FreeQuotaScopeKey : IScopeKey
{
    private readonly string? _value;

    internal FreeQuotaScopeKey(string catalog, string member)
        : this(ScopeKeyText.Mint(ScopeKind.FreeQuota, catalog, member))
    {
    }

    internal FreeQuotaScopeKey(string value) => _value = value;

    /// <inheritdoc/>
    public ScopeKind Kind => ScopeKind.FreeQuota;

    /// <inheritdoc/>
    public string Value => _value ?? ScopeKeyText.Empty(ScopeKind.FreeQuota);

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
