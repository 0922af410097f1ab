namespace FailScope;

/// <summary>One key at one provider, billed to one account. The key itself is not in here.</summary>
public sealed class Credential
{
    private readonly string _catalog;
    private CredentialScopeKey _credentialScope;
    private KeyBudgetScopeKey _keyBudgetScope;

    internal Credential(string catalog, string name, Provider provider, BillingAccount? account, string? environmentVariable)
    {
        _catalog = catalog;
        Name = name;
        Provider = provider;
        Account = account ?? new BillingAccount(catalog, name, provider);
        EnvironmentVariable = environmentVariable;
    }

    /// <summary>The name of the catalog's property.</summary>
    public string Name { get; }

    /// <summary>The provider that accepts the key.</summary>
    public Provider Provider { get; }

    /// <summary>The account that pays; one of its own where none is declared.</summary>
    public BillingAccount Account { get; }

    /// <summary>The name of the environment variable that holds the key; null where none is declared.</summary>
    public string? EnvironmentVariable { get; }

    /// <summary>Names this key: is it accepted?</summary>
    public CredentialScopeKey CredentialScope => _credentialScope == default ? _credentialScope = new(_catalog, Name) : _credentialScope;

    /// <summary>Names the spending cap of this key.</summary>
    public KeyBudgetScopeKey KeyBudgetScope => _keyBudgetScope == default ? _keyBudgetScope = new(_catalog, Name) : _keyBudgetScope;

    /// <inheritdoc cref="BillingAccount.CreditScope"/>
    public CreditScopeKey CreditScope => Account.CreditScope;

    /// <inheritdoc cref="BillingAccount.FreeQuotaScope"/>
    public FreeQuotaScopeKey FreeQuotaScope => Account.FreeQuotaScope;

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
