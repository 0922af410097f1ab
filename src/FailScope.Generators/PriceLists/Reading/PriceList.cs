using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace FailScope.Generators.PriceLists.Reading;

/// <summary>A published list of models, by provider and id.</summary>
internal sealed class PriceList
{
    /// <summary>
    /// The maximum number of models in a list. One more is stored if there were more. Published lists have up to four thousand.
    /// </summary>
    internal const int MostModels = 100_000;

    private readonly Dictionary<string, Dictionary<string, ListedModel>> _providers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _endpoints = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ListedModel> _permanentIds = new(StringComparer.Ordinal);

    internal PriceList(string name) => Name = name;

    /// <summary>The name for messages: the file name.</summary>
    internal string Name { get; }

    internal PriceListFormat Format { get; set; }

    /// <summary>The newest date in its content; null if there is none.</summary>
    internal DateTime? Date { get; private set; }

    /// <summary>The name and the date, for messages.</summary>
    internal string Describe() => Date is { } date ? $"{Name} of {date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" : Name;

    /// <summary>The number of models.</summary>
    internal int Count { get; private set; }

    /// <summary>The names of its providers, in the order of the list.</summary>
    internal IEnumerable<string> Providers => _providers.Keys;

    /// <summary>Every model, in the order of the list.</summary>
    internal IEnumerable<ListedModel> Models => _providers.Values.SelectMany(models => models.Values);

    /// <summary>The models of one provider; empty if the list does not contain it.</summary>
    internal IReadOnlyCollection<ListedModel> ModelsOf(string provider) =>
        _providers.TryGetValue(provider, out Dictionary<string, ListedModel>? models) ? models.Values : [];

    /// <summary>The list's name for the provider at an address; null if the list does not cover it.</summary>
    internal string? ProviderAt(string endpoint)
    {
        string? known = KnownEndpoints.ProviderAt(endpoint, Format) is { } name && _providers.ContainsKey(name) ? name : null;

        // Several providers of a list can share a host, such as a flat-rate plan and a pay-per-use API, so the whole address is
        // compared.
        return known is not null && (!_endpoints.TryGetValue(known, out string? own) || KnownEndpoints.AreSame(own, endpoint))
            ? known
            : _endpoints.FirstOrDefault(pair => KnownEndpoints.AreSame(pair.Value, endpoint)).Key ?? known;
    }

    /// <summary>The entry of an id at a provider; null if there is none. Ids are compared exactly.</summary>
    internal ListedModel? Find(string provider, string id) =>
        _providers.TryGetValue(provider, out Dictionary<string, ListedModel>? models) && models.TryGetValue(id, out ListedModel? model) ? model
        : _permanentIds.TryGetValue(id, out ListedModel? permanent) && permanent.Provider == provider ? permanent
        : null;

    /// <summary>Adds a model. If two have the same id, the later one is kept, as with the names of a JSON object.</summary>
    internal void Add(ListedModel model)
    {
        if (Count > MostModels)
        {
            return;
        }

        if (!_providers.TryGetValue(model.Provider, out Dictionary<string, ListedModel>? models))
        {
            _providers.Add(model.Provider, models = new Dictionary<string, ListedModel>(StringComparer.Ordinal));
        }

        Count += models.ContainsKey(model.Id) ? 0 : 1;
        models[model.Id] = model;
    }

    /// <summary>Adds a second id under which a provider knows a model.</summary>
    internal void AddPermanentId(string id, ListedModel model)
    {
        if (Count <= MostModels && !_permanentIds.ContainsKey(id))
        {
            _permanentIds.Add(id, model);
        }
    }

    /// <summary>Records the address of a provider, if the list has models of it.</summary>
    internal void AddEndpoint(string provider, string endpoint)
    {
        if (_providers.ContainsKey(provider))
        {
            _endpoints[provider] = endpoint;
        }
    }

    /// <summary>Records a date of the content. The newest one is kept.</summary>
    internal void AddDate(DateTime date) => Date = Date is { } known && known >= date ? known : date;

    /// <summary>Removes all models.</summary>
    internal void Clear()
    {
        _providers.Clear();
        _permanentIds.Clear();
        Count = 0;
    }
}
