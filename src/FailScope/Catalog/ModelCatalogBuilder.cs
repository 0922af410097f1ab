namespace FailScope;

/// <summary>
/// Creates a catalog at run time, for example from database rows or in a test. Its chains have the same tables, semantics and proofs as
/// declared ones. Errors that the compiler would report throw an <see cref="ArgumentException"/>.
/// </summary>
/// <example>
/// <code>
/// var builder = new ModelCatalogBuilder("Tenants.Acme");
/// Provider router = builder.AddProvider("Router", "https://openrouter.ai/api/v1");
/// Credential key = builder.AddCredential("Main", router, environmentVariable: "ACME_KEY");
/// Model large = builder.AddModel("Large", "anthropic/claude-sonnet-4.5", key);
/// Model free = builder.AddModel("Free", "meta-llama/llama-3.3-70b-instruct:free", key);
/// FallbackChain chat = builder.AddChain("Chat", large, free);
/// ModelCatalog catalog = builder.Build();
/// </code>
/// </example>
public sealed class ModelCatalogBuilder
{
    private readonly string _name;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly List<Provider> _providers = [];
    private readonly List<BillingAccount> _accounts = [];
    private readonly List<Credential> _credentials = [];
    private readonly List<Model> _models = [];
    private readonly List<FallbackChain> _chains = [];

    /// <summary>Starts a catalog.</summary>
    /// <param name="name">The name of the catalog. Scope keys contain it, so two catalogs with the same name share their memory between turns.</param>
    /// <exception cref="ArgumentException">The name is empty, or contains a colon or a slash, which separate the parts of a scope key.</exception>
    public ModelCatalogBuilder(string name)
    {
        CheckName(name, nameof(name));
        _name = name;
    }

    /// <summary>Adds a provider.</summary>
    /// <param name="name">Its name, unique in the catalog.</param>
    /// <param name="endpoint">The absolute http or https address of its API.</param>
    /// <exception cref="ArgumentException">The name is empty, taken, or contains a colon or a slash; or the address is not absolute http or https.</exception>
    public Provider AddProvider(string name, string endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out Uri? uri) || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps))
        {
            throw new ArgumentException($"The endpoint of the provider '{name}' must be an absolute http or https address.", nameof(endpoint));
        }

        return Add(_providers, name, new Provider(_name, name, endpoint));
    }

    /// <summary>Adds a billing account. Needed only if several credentials share one.</summary>
    /// <param name="name">Its name, unique in the catalog.</param>
    /// <param name="provider">The provider of the account, from this builder.</param>
    /// <exception cref="ArgumentException">The name is empty, taken, or contains a colon or a slash; or the provider is from another builder.</exception>
    public BillingAccount AddAccount(string name, Provider provider)
    {
        CheckOurs(_providers, provider, nameof(provider));
        return Add(_accounts, name, new BillingAccount(_name, name, provider));
    }

    /// <summary>Adds a credential. It does not contain the API key itself.</summary>
    /// <param name="name">Its name, unique in the catalog.</param>
    /// <param name="provider">The provider that accepts it, from this builder.</param>
    /// <param name="account">The account that pays, at the same provider; null to give the credential its own account.</param>
    /// <param name="environmentVariable">The name of the environment variable that contains the key; null if there is none.</param>
    /// <exception cref="ArgumentException">
    /// The name is empty, taken, or contains a colon or a slash; the provider or account is from another builder; or the account is at another
    /// provider.
    /// </exception>
    public Credential AddCredential(string name, Provider provider, BillingAccount? account = null, string? environmentVariable = null)
    {
        CheckOurs(_providers, provider, nameof(provider));
        if (account is not null)
        {
            CheckOurs(_accounts, account, nameof(account));
            if (account.Provider != provider)
            {
                throw new ArgumentException($"The account '{account.Name}' belongs to the provider '{account.Provider.Name}', but the credential '{name}' to '{provider.Name}'.", nameof(account));
            }
        }

        return Add(_credentials, name, new Credential(_name, name, provider, account, environmentVariable));
    }

    /// <summary>Adds a model.</summary>
    /// <param name="name">Its name, unique in the catalog.</param>
    /// <param name="id">The provider's id of the model.</param>
    /// <param name="credential">The credential through which it is offered, from this builder.</param>
    /// <param name="facts">What is known about the model; null if nothing is.</param>
    /// <exception cref="ArgumentException">
    /// The name is empty, taken, or contains a colon or a slash; the id is empty; the credential is from another builder; a price is
    /// negative; or a model that is declared to be free has a price.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A number of tokens is less than 1.</exception>
    public Model AddModel(string name, string id, Credential credential, ModelFacts? facts = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        CheckOurs(_credentials, credential, nameof(credential));
        facts ??= new ModelFacts();
        CheckTokens(facts.ContextWindow, nameof(ModelFacts.ContextWindow));
        CheckTokens(facts.MaxOutputTokens, nameof(ModelFacts.MaxOutputTokens));
        ModelPricing pricing = facts.Pricing ?? throw new ArgumentException($"The pricing of the model '{name}' is null; to declare no prices, use {nameof(ModelPricing)}.{nameof(ModelPricing.Undeclared)}.", nameof(facts));
        decimal?[] prices = pricing.All();
        if (Array.Exists(prices, price => price < 0))
        {
            throw new ArgumentException($"A price of the model '{name}' is negative. Use null for an unknown price.", nameof(facts));
        }

        if (facts.Free == true && Array.Exists(prices, price => price > 0))
        {
            throw new ArgumentException($"The model '{name}' is declared free but has a price. Remove one of the two.", nameof(facts));
        }

        bool isFree = FreeModel.Is(facts.Free, pricing.InputUsdPerMillion, pricing.OutputUsdPerMillion, prices, id);
        return Add(_models, name, new Model(_name, name, id, credential, isFree, pricing, facts.ContextWindow ?? 0, facts.MaxOutputTokens ?? 0, facts.Capabilities, facts.EmbeddingSpace));
    }

    /// <summary>Adds a fallback chain.</summary>
    /// <param name="name">Its name, unique in the catalog.</param>
    /// <param name="models">Models from this builder in the order in which they are tried, each once.</param>
    /// <exception cref="ArgumentException">The name is empty, taken, or contains a colon or a slash; or there is no model, a duplicate, or one of another builder.</exception>
    public FallbackChain AddChain(string name, params Model[] models)
    {
        ArgumentNullException.ThrowIfNull(models);
        foreach (Model model in models)
        {
            CheckOurs(_models, model, nameof(models));
        }

        FallbackChain.CheckModels(models);
        return Add(_chains, name, FallbackChain.Create(name, [.. models]));
    }

    /// <summary>Creates the catalog from everything that has been added so far.</summary>
    public ModelCatalog Build() => new(
        _name,
        [.. _providers],
        [.. _accounts.Union(_credentials.Select(credential => credential.Account))],
        [.. _credentials],
        [.. _models],
        [.. _chains]);

    private T Add<T>(List<T> things, string name, T thing)
    {
        CheckNewName(name);
        _names.Add(name);
        things.Add(thing);
        return thing;
    }

    private void CheckNewName(string name)
    {
        CheckName(name, nameof(name));
        if (_names.Contains(name))
        {
            throw new ArgumentException($"The catalog '{_name}' already has a member named '{name}'. Choose another name.", nameof(name));
        }
    }

    private static void CheckName(string name, string parameter)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name, parameter);
        if (name.AsSpan().ContainsAny(':', '/'))
        {
            throw new ArgumentException($"The name '{name}' contains a colon or a slash. They separate the parts of a scope key; choose another name.", parameter);
        }
    }

    private void CheckOurs<T>(List<T> things, T thing, string parameter)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(thing, parameter);
        if (!things.Contains(thing))
        {
            throw new ArgumentException($"{thing} does not belong to the builder of the catalog '{_name}'. Add it to this builder first.", parameter);
        }
    }

    private static void CheckTokens(long? tokens, string parameter)
    {
        if (tokens is { } number)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(number, 1, parameter);
        }
    }
}
