using System.Diagnostics.CodeAnalysis;

namespace FailScope;

/// <summary>One model id offered through one credential.</summary>
public sealed class Model
{
    private readonly string _catalog;
    private readonly int _capabilities;
    private readonly long _inputMicroUsdPerMillion;
    private readonly long _outputMicroUsdPerMillion;
    private ModelPricing? _pricing;
    private string? _modelScope;

    internal Model(
        string catalog,
        string name,
        string id,
        Credential credential,
        bool isFree,
        ModelPricing? pricing,
        long contextWindow,
        long maxOutputTokens,
        ModelCapabilities? capabilities,
        string? embeddingSpace = null)
        : this(catalog, name, id, credential, isFree, contextWindow, maxOutputTokens, (int?)capabilities ?? -1, -1, -1, embeddingSpace) =>
        _pricing = pricing;

    // A catalog creates all its models when the first one is used. This constructor takes plain numbers, and the pricing object is created
    // on demand, so that little has to be compiled and allocated at that moment.
    internal Model(
        string catalog,
        string name,
        string id,
        Credential credential,
        bool isFree,
        long contextWindow,
        long maxOutputTokens,
        int capabilities,
        long inputMicroUsdPerMillion,
        long outputMicroUsdPerMillion,
        string? embeddingSpace)
    {
        _catalog = catalog;
        _capabilities = capabilities;
        _inputMicroUsdPerMillion = inputMicroUsdPerMillion;
        _outputMicroUsdPerMillion = outputMicroUsdPerMillion;
        Name = name;
        Id = id;
        Credential = credential;
        IsFree = isFree;
        ContextWindow = contextWindow > 0 ? contextWindow : null;
        MaxOutputTokens = maxOutputTokens > 0 ? maxOutputTokens : null;
        EmbeddingSpace = embeddingSpace;
    }

    /// <summary>The name of the catalog's property.</summary>
    public string Name { get; }

    /// <summary>The provider's id of the model.</summary>
    public string Id { get; }

    /// <summary>The credential through which it is offered.</summary>
    public Credential Credential { get; }

    /// <summary>The account that pays for it.</summary>
    public BillingAccount Account => Credential.Account;

    /// <summary>The endpoint that offers it.</summary>
    public Provider Provider => Credential.Provider;

    /// <summary>Whether it costs nothing. This is decided at build time, from the catalog.</summary>
    public bool IsFree { get; }

    /// <summary>The declared prices, in US dollars.</summary>
    public ModelPricing Pricing => _pricing ??= PricingPerMillion(_inputMicroUsdPerMillion, _outputMicroUsdPerMillion);

    /// <summary>The maximum number of tokens of the prompt and the response together; null if not declared.</summary>
    public long? ContextWindow { get; }

    /// <summary>The maximum number of tokens of the response; null if not declared.</summary>
    public long? MaxOutputTokens { get; }

    /// <summary>What it can do; null if not declared, which means unknown.</summary>
    public ModelCapabilities? Capabilities => _capabilities == -1 ? null : (ModelCapabilities)_capabilities;

    /// <summary>The vector space of its embeddings, see <see cref="ModelAttribute.EmbeddingSpace"/>; null if not declared.</summary>
    public string? EmbeddingSpace { get; }

    /// <summary>The scope key for failures of this model alone.</summary>
    public ModelScopeKey ModelScope => new(_modelScope ??= ScopeKeyText.Mint(ScopeKind.Model, _catalog, Name));

    /// <summary>Whether the model is known to lack one of the capabilities. A model that declares no capabilities is not known to lack any.</summary>
    /// <param name="required">The required capabilities.</param>
    public bool Lacks(ModelCapabilities required) => ChainFacts.Lacks(Capabilities, required);

    /// <summary>The scope key under which a failure of this model is remembered between turns.</summary>
    /// <param name="kind">The kind of failure.</param>
    /// <param name="scope">The key; null if the failure says nothing about the next request.</param>
    /// <returns>Whether the failure is remembered.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not a named value.</exception>
    public bool TryGetScope(FailureKind kind, [NotNullWhen(true)] out IScopeKey? scope)
    {
        ScopeKind remembered = FailureTable.RuleOf(kind).Scope;
        scope = remembered == ScopeKind.None ? null : GetScope(remembered);
        return scope is not null;
    }

    /// <summary>Describes which models a failure of this model retires for the rest of a turn: <c>the priced models of the billing account Main</c>.</summary>
    /// <param name="kind">The kind of failure.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not a named value.</exception>
    public string DescribeRetired(FailureKind kind) => RetireWords.Describe(FailureTable.RuleOf(kind).Effect, this);

    // A ScopeKind without a case here is CS8509, an error in this build. CS8524 concerns undefined values, which throw.
#pragma warning disable CS8524
    /// <summary>The scope key of the given kind that this model belongs to.</summary>
    internal IScopeKey GetScope(ScopeKind kind) => kind switch
    {
        ScopeKind.None => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no scope key of this kind."),
        ScopeKind.Credential => Credential.CredentialScope,
        ScopeKind.Credit => Account.CreditScope,
        ScopeKind.KeyBudget => Credential.KeyBudgetScope,
        ScopeKind.FreeQuota => Account.FreeQuotaScope,
        ScopeKind.Provider => Provider.ProviderScope,
        ScopeKind.Model => ModelScope,
        ScopeKind.UsageLimit => Account.UsageLimitScope,
    };

    /// <summary>The text of <see cref="GetScope"/>, without creating a key object.</summary>
    internal string ScopeText(ScopeKind kind) => kind switch
    {
        ScopeKind.None => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no scope key of this kind."),
        ScopeKind.Credential => Credential.CredentialScope.Value,
        ScopeKind.Credit => Account.CreditScope.Value,
        ScopeKind.KeyBudget => Credential.KeyBudgetScope.Value,
        ScopeKind.FreeQuota => Account.FreeQuotaScope.Value,
        ScopeKind.Provider => Provider.ProviderScope.Value,
        ScopeKind.Model => ModelScope.Value,
        ScopeKind.UsageLimit => Account.UsageLimitScope.Value,
    };
#pragma warning restore CS8524

    /// <summary>The name of the account, credential or provider that this model belongs to, or the model's own name.</summary>
    internal string NameOf(RetireGroup group) => group switch
    {
        RetireGroup.Provider => Provider.Name,
        RetireGroup.Account => Account.Name,
        RetireGroup.Credential => Credential.Name,
        _ => Name,
    };

    /// <summary>The name and the id.</summary>
    public override string ToString() => $"{Name} ({Id})";

    private static ModelPricing PricingPerMillion(long inputMicroUsd, long outputMicroUsd) => inputMicroUsd < 0 && outputMicroUsd < 0
        ? ModelPricing.Undeclared
        : new() { InputUsdPerMillion = Usd(inputMicroUsd), OutputUsdPerMillion = Usd(outputMicroUsd) };

    private static decimal? Usd(long micro) => micro < 0 ? null : micro / 1_000_000m;
}
