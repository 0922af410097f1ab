namespace FailScope;

/// <summary>An account with credit at a provider. It is declared in the catalog, or implied by a credential that names no account.</summary>
public sealed class BillingAccount
{
    private readonly string _catalog;
    private string? _creditScope;
    private string? _freeQuotaScope;
    private string? _usageLimitScope;

    internal BillingAccount(string catalog, string name, Provider provider)
    {
        _catalog = catalog;
        Name = name;
        Provider = provider;
    }

    /// <summary>The name of the catalog's property; for an implied account, the name of its credential.</summary>
    public string Name { get; }

    /// <summary>The provider of the account.</summary>
    public Provider Provider { get; }

    /// <summary>The scope key for the credit of the account.</summary>
    public CreditScopeKey CreditScope => new(_creditScope ??= ScopeKeyText.Mint(ScopeKind.Credit, _catalog, Name));

    /// <summary>The scope key for the account's quota of free requests.</summary>
    public FreeQuotaScopeKey FreeQuotaScope => new(_freeQuotaScope ??= ScopeKeyText.Mint(ScopeKind.FreeQuota, _catalog, Name));

    /// <summary>The scope key for the usage limit of the account's plan.</summary>
    public UsageLimitScopeKey UsageLimitScope => new(_usageLimitScope ??= ScopeKeyText.Mint(ScopeKind.UsageLimit, _catalog, Name));

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
