namespace FailScope.AspNetCore;

/// <summary>The chains and the memory that a status page or a health check reports on.</summary>
public class FailScopeStatusOptions
{
    /// <summary>
    /// The chains. If this and <see cref="Catalogs"/> are empty, the chains in the services are used: those that <c>AddFallbackChatClient</c> and
    /// <c>AddFallbackEmbeddingGenerator</c> register, and every <see cref="FallbackChain"/> that you register as a singleton.
    /// </summary>
    public IList<FallbackChain> Chains { get; } = [];

    /// <summary>Catalogs whose chains are all included.</summary>
    public IList<ModelCatalog> Catalogs { get; } = [];

    /// <summary>The memory between turns; null to use the <see cref="ICooldowns"/> in the services.</summary>
    public ICooldowns? Cooldowns { get; set; }

    /// <summary>
    /// The maximum number of tenants to list. Those with the most cool-downs come first, and the number of the others is shown. 20 by default; 0 to
    /// list none.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not from 0 to 1,000.</exception>
    public int MaxTenants
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1000);
            field = value;
        }
    }

    = 20;
}
