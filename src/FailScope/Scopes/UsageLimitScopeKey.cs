namespace FailScope;

/// <summary>The scope of the usage limit of an account's plan: is any usage left? Created by a catalog, see <see cref="BillingAccount.UsageLimitScope"/>.</summary>
public readonly record struct UsageLimitScopeKey : IScopeKey
{
    private readonly string? _value;

    internal UsageLimitScopeKey(string catalog, string member)
        : this(ScopeKeyText.Mint(ScopeKind.UsageLimit, catalog, member))
    {
    }

    internal UsageLimitScopeKey(string value) => _value = value;

    /// <inheritdoc/>
    public ScopeKind Kind => ScopeKind.UsageLimit;

    /// <inheritdoc/>
    public string Value => _value ?? ScopeKeyText.Empty(ScopeKind.UsageLimit);

    /// <inheritdoc cref="Value"/>
    public override string ToString() => Value;
}
