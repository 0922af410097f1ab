using System.Diagnostics.CodeAnalysis;

namespace FailScope;

/// <summary>Everything that a catalog class declares. Use it for start-up checks, diagrams, and chains that are only known at run time.</summary>
public sealed class ModelCatalog
{
    private readonly Dictionary<string, Model> _byName;

    internal ModelCatalog(string name, Provider[] providers, BillingAccount[] accounts, Credential[] credentials, Model[] models, FallbackChain[] chains)
    {
        Name = name;
        Providers = providers;
        Accounts = accounts;
        Credentials = credentials;
        Models = models;
        Chains = chains;
        _byName = models.ToDictionary(model => model.Name, StringComparer.Ordinal);
    }

    /// <summary>The full name of the catalog class.</summary>
    public string Name { get; }

    /// <summary>The providers, in the order of declaration.</summary>
    public IReadOnlyList<Provider> Providers { get; }

    /// <summary>The billing accounts: first the declared ones, then those implied by credentials.</summary>
    public IReadOnlyList<BillingAccount> Accounts { get; }

    /// <summary>The credentials, in the order of declaration.</summary>
    public IReadOnlyList<Credential> Credentials { get; }

    /// <summary>The models, in the order of declaration.</summary>
    public IReadOnlyList<Model> Models { get; }

    /// <summary>The fallback chains, in the order of declaration.</summary>
    public IReadOnlyList<FallbackChain> Chains { get; }

    /// <summary>Finds a model by the name of its property; case matters.</summary>
    /// <param name="name">The name of the property.</param>
    /// <param name="model">The model; null if the catalog has none with this name.</param>
    public bool TryGetModel(string name, [NotNullWhen(true)] out Model? model)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _byName.TryGetValue(name, out model);
    }

    /// <summary>
    /// Creates a chain that is only known at run time, for example from an operator's settings or a database row. It has the same
    /// tables, semantics and proofs as a declared chain.
    /// </summary>
    /// <param name="models">The names of the models' properties, in the order in which they are tried, each once.</param>
    /// <exception cref="ArgumentException">There is no name, an unknown name, or a duplicate name.</exception>
    public FallbackChain CreateChain(params string[] models)
    {
        ArgumentNullException.ThrowIfNull(models);
        var chain = new Model[models.Length];
        for (int i = 0; i < models.Length; i++)
        {
            string name = models[i] ?? throw new ArgumentException($"The model name at position {i + 1} is null.", nameof(models));
            if (!_byName.TryGetValue(name, out Model? model))
            {
                string? nearest = NearestName.Find(name, _byName.Keys);
                string hint = nearest is null ? "" : $" Did you mean '{nearest}'?";
                throw new ArgumentException($"The catalog '{Name}' has no model named '{name}'.{hint}", nameof(models));
            }

            chain[i] = model;
        }

        FallbackChain.CheckModels(chain);
        return FallbackChain.Create("(" + string.Join(", ", models) + ")", chain);
    }

    /// <summary>Markdown tables of the models and, for each chain, of what remains after each loss.</summary>
    public string ToMarkdown() => MarkdownDiagram.Draw(this);

    /// <summary>A Mermaid flow chart of the providers, accounts and models, and of the order in which each chain tries the models.</summary>
    public string ToMermaid() => MermaidDiagram.Draw(this);

    /// <summary>The name of the catalog class.</summary>
    public override string ToString() => Name;
}
