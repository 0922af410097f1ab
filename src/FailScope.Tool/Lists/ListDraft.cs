using System.Globalization;
using FailScope.Tool.Drafts;

namespace FailScope.Tool.Lists;

/// <summary>Turns the models of published lists into a catalog.</summary>
internal sealed class ListDraft
{
    /// <summary>A chain is written without being asked for as long as somebody would wait for its last model.</summary>
    internal const int MostForOneChain = 16;

    private readonly CatalogDraft _draft;
    private readonly MemberNames _names;
    private readonly ListDraftOptions _options;
    private readonly Dictionary<ListedModel, ModelDraft> _models = [];
    private readonly Dictionary<string, CredentialDraft?> _credentials = new(StringComparer.Ordinal);

    private ListDraft(CatalogDraft draft, ListDraftOptions options)
    {
        _draft = draft;
        _names = new MemberNames(draft.ClassName);
        _options = options;
    }

    /// <summary>Fills a draft, and says what could not be done as it was asked for.</summary>
    /// <exception cref="ToolException">No model fits, or a chain has none.</exception>
    internal static IReadOnlyList<string> Fill(PriceList list, CatalogDraft draft, ListDraftOptions options) => new ListDraft(draft, options).Fill(list);

    private List<string> Fill(PriceList list)
    {
        var warnings = new List<string>();
        ListedModel[] offered = [.. _options.Provider is { } only ? list.ModelsOf(only) : list.Models];
        if (offered.Length == 0)
        {
            throw ToolException.Usage($"{list.Name} has no provider '{_options.Provider}'. It has: {string.Join(", ", list.Providers)}.");
        }

        (List<ListedModel> chosen, List<string> withoutMatch) = Choose(list, offered, _options.Models);
        warnings.AddRange(withoutMatch.Select(pattern => $"no model of {list.Name} matches '{pattern}'."));
        if (chosen.Count == 0)
        {
            throw ToolException.Usage($"no model of {list.Name} matches {string.Join(",", _options.Models)}. Patterns look like 'anthropic/*' or '*:free'; quote them, so that the shell does not expand them.");
        }

        // Chains first: a model of the same name gets another one.
        List<(string Name, List<ListedModel> Models)> chains = Chains(list, chosen, warnings);
        chains = [.. chains.Select(chain => (_names.TakeExactly(chain.Name, "Chain"), chain.Models))];
        foreach (ListedModel listed in chosen)
        {
            AddModel(listed, list, warnings);
        }

        foreach ((string name, List<ListedModel> models) in chains)
        {
            _draft.Chains.Add(new ChainDraft
            {
                Name = name,
                Summary = "Tried in this order.",
                Models = [.. models.Where(_models.ContainsKey).Select(model => _models[model].Name)],
            });
        }

        _draft.Chains.RemoveAll(chain => chain.Models.Count == 0);
        if (_draft.Models.Count == 0)
        {
            throw ToolException.Usage($"no provider of the chosen models has a known address. Give it: --endpoint {chosen[0].Provider}=https://…");
        }

        return warnings;
    }

    private static (List<ListedModel> Chosen, List<string> WithoutMatch) Choose(PriceList list, IReadOnlyCollection<ListedModel> offered, IEnumerable<string> patterns)
    {
        bool hasSeveralProviders = list.Providers.Skip(1).Any();
        return new ModelPatterns(patterns).Choose(offered, model => hasSeveralProviders ? [model.Id, $"{model.Provider}/{model.Id}"] : [model.Id]);
    }

    private List<(string Name, List<ListedModel> Models)> Chains(PriceList list, List<ListedModel> chosen, List<string> warnings)
    {
        if (_options.Chains.Count == 0)
        {
            List<ListedModel> talking = chosen.FindAll(model => (model.Capabilities & (ModelCapabilities.AudioOutput | ModelCapabilities.ImageOutput)) == 0);
            if (talking.Count is > 1 and <= MostForOneChain && _options.WritesChain)
            {
                return [("Chat", talking)];
            }

            if (_options.WritesChain && talking.Count > MostForOneChain)
            {
                warnings.Add(string.Create(CultureInfo.InvariantCulture, $"no chain was written: {talking.Count} models are too many for one. Choose its models with --chain 'Chat=anthropic/*,*:free'."));
            }

            return [];
        }

        var chains = new List<(string, List<ListedModel>)>();
        foreach ((string name, string patterns) in _options.Chains)
        {
            (List<ListedModel> models, _) = Choose(list, chosen, [patterns]);
            chains.Add(models.Count > 0 ? (name, models) : throw ToolException.Usage($"no chosen model matches the chain '{name}={patterns}'."));
        }

        return chains;
    }

    private void AddModel(ListedModel listed, PriceList list, List<string> warnings)
    {
        if (!_credentials.TryGetValue(listed.Provider, out CredentialDraft? credential))
        {
            credential = AddCredential(listed.Provider, list, warnings);
            _credentials.Add(listed.Provider, credential);
        }

        if (credential is null)
        {
            return;
        }

        var model = new ModelDraft
        {
            Name = _names.Take(listed.Id, "Model"),
            Summary = $"{listed.Id}.",
            Id = listed.Id,
            Credential = credential.Name,
        };
        ListedFacts.Describe(model, listed);
        _draft.Models.Add(model);
        _models.Add(listed, model);
    }

    private CredentialDraft? AddCredential(string key, PriceList list, List<string> warnings)
    {
        KnownProvider? known = KnownProvider.Find(key);
        string? endpoint = _options.Endpoints.GetValueOrDefault(key) ?? known?.Endpoint;
        if (endpoint is null)
        {
            warnings.Add($"left out {list.ModelsOf(key).Count} models of '{key}': its address is not known. Give it: --endpoint {key}=https://…");
            return null;
        }

        string name = known?.Name ?? PropertyNames.ToPascal(key, "Provider");
        var provider = new ProviderDraft { Name = _names.TakeExactly(name, "Provider"), Summary = $"{name}.", Endpoint = endpoint };
        var credential = new CredentialDraft
        {
            Name = _names.TakeExactly($"{name}Key", "Credential"),
            Summary = $"The key for {name}.",
            Provider = provider.Name,
            EnvironmentVariable = _options.KeyVariables.GetValueOrDefault(key)
                ?? (known is not null ? known.EnvironmentVariable : $"{PropertyNames.ToPascal(key, "Provider").ToUpperInvariant()}_API_KEY"),
        };
        _draft.Providers.Add(provider);
        _draft.Credentials.Add(credential);
        return credential;
    }
}

/// <summary>What is taken from a list.</summary>
internal sealed record ListDraftOptions
{
    /// <summary>The only provider of a list that has several; null for all.</summary>
    internal string? Provider { get; init; }

    /// <summary>Patterns of ids; none for every model.</summary>
    internal IReadOnlyList<string> Models { get; init; } = [];

    /// <summary>Names of chains, with the patterns of their models.</summary>
    internal IReadOnlyList<(string Name, string Patterns)> Chains { get; init; } = [];

    /// <summary>Whether a chain is written although none was asked for.</summary>
    internal bool WritesChain { get; init; } = true;

    /// <summary>Addresses by provider.</summary>
    internal IReadOnlyDictionary<string, string> Endpoints { get; init; } = new Dictionary<string, string>();

    /// <summary>Variables that hold keys, by provider.</summary>
    internal IReadOnlyDictionary<string, string> KeyVariables { get; init; } = new Dictionary<string, string>();
}
