namespace FailScope.AspNetCore;

/// <summary>What a status page or a health check is about.</summary>
public class FailScopeStatusOptions
{
    /// <summary>
    /// The chains. If this and <see cref="Catalogs"/> are empty, the chains among the services: those that <c>AddFallbackChatClient</c> and
    /// <c>AddFallbackEmbeddingGenerator</c> register, and every <see cref="FallbackChain"/> that you register as a singleton.
    /// </summary>
    public IList<FallbackChain> Chains { get; } = [];

    /// <summary>Catalogs of which every chain is meant.</summary>
    public IList<ModelCatalog> Catalogs { get; } = [];

    /// <summary>The memory between turns; null for the <see cref="ICooldowns"/> among the services.</summary>
    public ICooldowns? Cooldowns { get; set; }

    /// <summary>
    /// The most tenants that are listed: those with the most cool-downs come first, and the number of the others is given. 20 by default, 0 to
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
