using FailScope.Tool.Drafts;
using FailScope.Tool.Lists;

namespace FailScope.Tool.LiteLlm;

/// <summary>Converts a LiteLLM configuration to a catalog: deployments become models, and groups with their fallbacks become chains.</summary>
internal sealed class LiteLlmDraft
{
    private const int MostNested = 5; // The default of LiteLLM's ROUTER_MAX_FALLBACKS.

    private readonly LiteLlmConfig _config;
    private readonly CatalogDraft _draft;
    private readonly MemberNames _names;
    private readonly ListedFacts _facts;
    private readonly IReadOnlyDictionary<string, string> _endpoints;
    private readonly ILookup<string, Deployment> _groups;
    private readonly Dictionary<Deployment, ModelDraft> _models = [];
    private readonly Dictionary<string, string> _chainNames = new(StringComparer.Ordinal);

    private LiteLlmDraft(LiteLlmConfig config, CatalogDraft draft, ListedFacts facts, IReadOnlyDictionary<string, string> endpoints)
    {
        _config = config;
        _draft = draft;
        _names = new MemberNames(draft.ClassName);
        _facts = facts;
        _endpoints = endpoints;
        _groups = config.Deployments.OrderBy(deployment => deployment.Order ?? long.MaxValue).ToLookup(deployment => deployment.Group, StringComparer.Ordinal);
    }

    /// <summary>Fills a draft.</summary>
    /// <param name="config">The configuration.</param>
    /// <param name="draft">Receives providers, credentials, models and chains.</param>
    /// <param name="facts">Prices and context windows from price lists; may be empty.</param>
    /// <param name="endpoints">Addresses, by provider or by variable.</param>
    internal static void Fill(LiteLlmConfig config, CatalogDraft draft, ListedFacts facts, IReadOnlyDictionary<string, string> endpoints) =>
        new LiteLlmDraft(config, draft, facts, endpoints).Fill();

    private void Fill()
    {
        // Applications use the chains, so chains get the names of the groups first, and models get other names.
        List<(string Group, List<Deployment> Entries, bool HasLongPromptEntries)> chains = [.. Chains()];
        foreach ((string group, _, _) in chains)
        {
            _chainNames.Add(group, _names.TakeExactly(PropertyNames.ToPascal(group, "Chain"), "Chain"));
        }

        foreach (Deployment deployment in _config.Deployments)
        {
            _models.Add(deployment, AddModel(deployment));
        }

        foreach ((string group, List<Deployment> entries, bool hasLongPromptEntries) in chains)
        {
            AddChain(group, entries, hasLongPromptEntries);
        }

        NoteFallbacksOfNoGroup("fallbacks", _config.Fallbacks);
        NoteFallbacksOfNoGroup("context_window_fallbacks", _config.ContextWindowFallbacks);
        foreach ((string alias, string group) in _config.Aliases)
        {
            string target = _chainNames.TryGetValue(group, out string? chain) ? $"{_draft.ClassName}.{chain}" : $"the model of group '{group}'";
            _draft.Header.Add($"model_group_alias {alias}: use {target}.");
        }
    }

    // The proxy may serve such a group through a wildcard. A catalog has no chain for it.
    private void NoteFallbacksOfNoGroup(string setting, Dictionary<string, IReadOnlyList<string>> fallbacks)
    {
        foreach (string group in fallbacks.Keys)
        {
            if (group != "*" && !_groups.Contains(_config.Aliases.GetValueOrDefault(group, group)))
            {
                _config.Notes.Add($"{setting} of {group}", _config.FallbackLines.GetValueOrDefault(group, 1), "there is no such group in model_list, so there is no chain for it.", isWarning: true);
            }
        }
    }

    private IEnumerable<(string Group, List<Deployment> Entries, bool HasLongPromptEntries)> Chains()
    {
        foreach (IGrouping<string, Deployment> group in _groups)
        {
            var entries = new List<Deployment>();
            AddGroup(group.Key, entries, 0);
            int ordinary = entries.Count;
            foreach (string target in _config.ContextWindowFallbacks.GetValueOrDefault(group.Key, []))
            {
                AddEntries(target, entries, "context_window_fallbacks");
            }

            if (entries.DistinctBy(Identity).Count() > 1)
            {
                yield return (group.Key, entries, entries.Count > ordinary);
            }
        }
    }

    /// <summary>Adds a group, then each of its fallbacks with their own fallbacks, in the order in which LiteLLM tries them.</summary>
    private void AddGroup(string group, List<Deployment> entries, int depth)
    {
        AddEntries(group, entries, "fallbacks");
        if (depth == MostNested)
        {
            return;
        }

        IReadOnlyList<string> targets = _config.Fallbacks.TryGetValue(group, out IReadOnlyList<string>? own) ? own : _config.Fallbacks.GetValueOrDefault("*", []);
        foreach (string target in targets)
        {
            string resolved = _config.Aliases.GetValueOrDefault(target, target);
            if (!_groups[resolved].Any(entries.Contains))
            {
                AddGroup(resolved, entries, depth + 1);
            }
        }
    }

    private void AddEntries(string group, List<Deployment> entries, string setting)
    {
        string resolved = _config.Aliases.GetValueOrDefault(group, group);
        if (!_groups.Contains(resolved))
        {
            _config.Notes.Add($"{setting} {group}", _config.FallbackLines.GetValueOrDefault(group, 1), "there is no such group in model_list, so it was left out of the chains.", isWarning: true);
        }

        entries.AddRange(_groups[resolved].Except(entries));
    }

    /// <summary>Two entries for the same model with the same key become one model of the catalog.</summary>
    private (string, string, string?) Identity(Deployment deployment)
    {
        DeploymentPlace place = DeploymentPlace.Of(deployment, _endpoints);
        return (place.Id, place.Endpoint, place.KeyVariable);
    }

    private ModelDraft AddModel(Deployment deployment)
    {
        DeploymentPlace place = DeploymentPlace.Of(deployment, _endpoints);
        ProviderDraft provider = AddProvider(place);
        CredentialDraft credential = AddCredential(deployment, place, provider);
        ModelDraft? same = _draft.Models.Find(model => model.Id == place.Id && model.Credential == credential.Name);
        if (same is not null)
        {
            return same;
        }

        var model = new ModelDraft
        {
            Name = _names.Take($"{place.Provider}/{place.Id.Split('/')[^1]}", "Model"),
            Summary = $"{place.Id}, of group '{deployment.Group}'.",
            Id = place.Id,
            Credential = credential.Name,
            ContextWindow = deployment.MaxInputTokens,
            MaxOutputTokens = deployment.MaxOutputTokens,
        };
        _facts.Describe(model, place.Key, place.Endpoint);
        SetPrice(model, Price.InputUsdPerMillion, deployment.InputUsdPerToken);
        SetPrice(model, Price.OutputUsdPerMillion, deployment.OutputUsdPerToken);
        _draft.Models.Add(model);
        return model;
    }

    // A price in the configuration takes precedence over a list, because it may be a negotiated price.
    private static void SetPrice(ModelDraft model, Price price, decimal? usdPerToken)
    {
        if (usdPerToken is >= 0 and < 1_000 and { } usd)
        {
            model.Prices[(int)price] = usd * 1_000_000;
        }
    }

    private ProviderDraft AddProvider(DeploymentPlace place)
    {
        ProviderDraft? known = _draft.Providers.Find(provider => provider.Endpoint == place.Endpoint);
        if (known is not null)
        {
            return known;
        }

        var provider = new ProviderDraft
        {
            Name = _names.TakeExactly(place.Provider, "Provider"),
            Summary = $"{place.Provider}.",
            Endpoint = place.Endpoint,
        };
        if (place.Remark is { } remark)
        {
            provider.Comments.Add(remark);
            _config.Notes.Add($"provider {provider.Name}", FirstLine(place), remark, isWarning: true);
        }

        _draft.Providers.Add(provider);
        return provider;
    }

    private int FirstLine(DeploymentPlace place) =>
        _config.Deployments.First(deployment => DeploymentPlace.Of(deployment, _endpoints) == place).Line;

    private CredentialDraft AddCredential(Deployment deployment, DeploymentPlace place, ProviderDraft provider)
    {
        if (deployment.HasLiteralKey)
        {
            _config.Notes.Add(
                "api_key",
                deployment.Line,
                place.KeyVariable is { } variable
                    ? $"the configuration file contains a key. It was not copied. Put it into the environment variable {variable}, and replace it with a new key if others could read the file."
                    : "the configuration file contains a key. It was not copied.",
                isWarning: true);
        }

        CredentialDraft? known = _draft.Credentials.Find(credential => credential.Provider == provider.Name && credential.EnvironmentVariable == place.KeyVariable);
        if (known is not null)
        {
            return known;
        }

        var added = new CredentialDraft
        {
            Name = _names.TakeExactly($"{place.Provider}Key", "Credential"),
            Summary = place.KeyVariable is null ? $"{provider.Name} without a key." : $"The key for {provider.Name}.",
            Provider = provider.Name,
            EnvironmentVariable = place.KeyVariable,
        };
        if (_draft.Credentials.Exists(credential => credential.Provider == provider.Name))
        {
            added.Comments.Add($"If this key is billed to the same account as another one of {provider.Name}, declare the account ([BillingAccount]) and refer to it in both.");
        }

        _draft.Credentials.Add(added);
        return added;
    }

    private void AddChain(string group, List<Deployment> entries, bool hasLongPromptEntries)
    {
        var chain = new ChainDraft
        {
            Name = _chainNames[group],
            Summary = $"Group '{group}' and its fallbacks.",
            Models = [.. entries.Select(entry => _models[entry].Name).Distinct()],
        };
        if (hasLongPromptEntries)
        {
            chain.Comments.Add("The last models are those of context_window_fallbacks. A prompt that is too long goes to them because every model");
            chain.Comments.Add("whose declared window is not larger is skipped. After any other failure, they are tried last.");
        }

        _draft.Chains.Add(chain);
    }
}
