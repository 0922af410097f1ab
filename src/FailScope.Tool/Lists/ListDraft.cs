using System.Globalization;
using FailScope.Tool.Drafts;

namespace FailScope.Tool.Lists;

/// <summary>Converts the models of a price list to a catalog.</summary>
internal sealed class ListDraft
{
    /// <summary>A chain with all models is written by default only up to this number of models, because nobody would wait for more.</summary>
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

    /// <summary>Fills a draft. Returns warnings about requests that could not be fulfilled.</summary>
    /// <exception cref="ToolException">No model matches, or a chain has none.</exception>
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

        // Chains are named first. A model with the same name gets another one.
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
            throw ToolException.Usage($"no provider of the selected models has a known address. Pass it: --endpoint {chosen[0].Provider}=https://…");
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
            chains.Add(models.Count > 0 ? (name, models) : throw ToolException.Usage($"no selected model matches the chain '{name}={patterns}'."));
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
            warnings.Add($"left out {list.ModelsOf(key).Count} models of '{key}': its address is not known. Pass it: --endpoint {key}=https://…");
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

/// <summary>What to take from a list.</summary>
internal sealed record ListDraftOptions
{
    /// <summary>The only provider to use from a list with several; null for all.</summary>
    internal string? Provider { get; init; }

    /// <summary>Patterns for ids; empty for all models.</summary>
    internal IReadOnlyList<string> Models { get; init; } = [];

    /// <summary>Names of chains, with patterns for their models.</summary>
    internal IReadOnlyList<(string Name, string Patterns)> Chains { get; init; } = [];

    /// <summary>Whether to write a chain if none was requested.</summary>
    internal bool WritesChain { get; init; } = true;

    /// <summary>Addresses by provider.</summary>
    internal IReadOnlyDictionary<string, string> Endpoints { get; init; } = new Dictionary<string, string>();

    /// <summary>The environment variables that contain keys, by provider.</summary>
    internal IReadOnlyDictionary<string, string> KeyVariables { get; init; } = new Dictionary<string, string>();
}
