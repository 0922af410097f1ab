namespace FailScope;

/// <summary>A wallet at a provider, declared, or implied by a credential that names none.</summary>
public sealed class BillingAccount
{
    internal BillingAccount(string catalog, string name, Provider provider)
    {
        Name = name;
        Provider = provider;
        CreditScope = new CreditScopeKey(catalog, name);
        FreeQuotaScope = new FreeQuotaScopeKey(catalog, name);
    }

    /// <summary>The name of the catalog's property; for an implied account, that of its credential.</summary>
    public string Name { get; }

    /// <summary>The provider that keeps the account.</summary>
    public Provider Provider { get; }

    /// <summary>Names the account's money: has it credit?</summary>
    public CreditScopeKey CreditScope { get; }

    /// <summary>Names the account's allowance of free requests.</summary>
    public FreeQuotaScopeKey FreeQuotaScope { get; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
