namespace FailScope;

/// <summary>One API key at one provider, billed to one account. This object does not contain the key itself.</summary>
public sealed class Credential
{
    private readonly string _catalog;
    private BillingAccount? _account;
    private string? _credentialScope;
    private string? _keyBudgetScope;

    internal Credential(string catalog, string name, Provider provider, BillingAccount? account, string? environmentVariable)
    {
        _catalog = catalog;
        Name = name;
        Provider = provider;
        _account = account;
        EnvironmentVariable = environmentVariable;
    }

    /// <summary>The name of the catalog's property.</summary>
    public string Name { get; }

    /// <summary>The provider that accepts the key.</summary>
    public Provider Provider { get; }

    /// <summary>The account that pays; the credential's own account if none is declared.</summary>
    public BillingAccount Account => _account ?? Interlocked.CompareExchange(ref _account, new BillingAccount(_catalog, Name, Provider), null) ?? _account;

    /// <summary>The name of the environment variable that contains the key; null if none is declared.</summary>
    public string? EnvironmentVariable { get; }

    /// <summary>The scope key for failures of the API key itself, such as an invalid key.</summary>
    public CredentialScopeKey CredentialScope => new(_credentialScope ??= ScopeKeyText.Mint(ScopeKind.Credential, _catalog, Name));

    /// <summary>The scope key for the spending limit of the API key.</summary>
    public KeyBudgetScopeKey KeyBudgetScope => new(_keyBudgetScope ??= ScopeKeyText.Mint(ScopeKind.KeyBudget, _catalog, Name));

    /// <inheritdoc cref="BillingAccount.CreditScope"/>
    public CreditScopeKey CreditScope => Account.CreditScope;

    /// <inheritdoc cref="BillingAccount.FreeQuotaScope"/>
    public FreeQuotaScopeKey FreeQuotaScope => Account.FreeQuotaScope;

    /// <inheritdoc cref="BillingAccount.UsageLimitScope"/>
    public UsageLimitScopeKey UsageLimitScope => Account.UsageLimitScope;

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
