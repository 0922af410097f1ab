using FailScope.Generators.Models;
using FailScope.Generators.PriceLists.Reading;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FailScope.Generators.PriceLists;

/// <summary>
/// A list of the project, and the names of the catalog's providers in the list, if they are not known from the addresses.
/// </summary>
/// <param name="List">The list.</param>
/// <param name="Providers">As in <see cref="PriceListFile.Providers"/>.</param>
internal readonly record struct ProjectPriceList(PriceList List, string Providers)
{
    /// <summary>The list's name for a provider of the catalog; null if the list does not cover it.</summary>
    internal string? ProviderOf(string member, string? endpoint)
    {
        foreach ((string name, string? listed) in Assignments(Providers))
        {
            if (name == member)
            {
                string? provider = listed ?? OnlyProvider() ?? List.Providers.FirstOrDefault(known => string.Equals(known, member, StringComparison.OrdinalIgnoreCase));
                return provider is not null && List.ModelsOf(provider).Count > 0 ? provider : null;
            }
        }

        return endpoint is null ? null : List.ProviderAt(endpoint);
    }

    /// <summary>The providers that the project assigns and the list does not have.</summary>
    internal IEnumerable<string> UnknownProviders()
    {
        PriceList list = List;
        return Assignments(Providers).Select(assignment => assignment.Listed).Where(listed => listed is not null && list.ModelsOf(listed).Count == 0)!;
    }

    private string? OnlyProvider() => List.Providers.Take(2).Count() == 1 ? List.Providers.First() : null;

    // "Gateway=openai, Proxy": the catalog's Gateway is the list's openai. Proxy is the list's only provider, or the one with the same name.
    private static IEnumerable<(string Member, string? Listed)> Assignments(string providers)
    {
        foreach (string assignment in providers.Split([','], StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = assignment.IndexOf('=');
            yield return equals < 0 ? (assignment.Trim(), null) : (assignment.Substring(0, equals).Trim(), assignment.Substring(equals + 1).Trim());
        }
    }
}

/// <summary>
/// The price lists of a project, in project order. If several contain a model, the first one is used. Two instances are equal if they
/// contain the same lists.
/// </summary>
/// <param name="Lists">The lists that could be read.</param>
/// <param name="Settings">The settings for comparing them.</param>
/// <param name="HasProblem">Whether there is a list that could not be read.</param>
internal sealed record ProjectPriceLists(EquatableArray<ProjectPriceList> Lists, PriceListSettings Settings, bool HasProblem)
{
    /// <summary>A project without a list.</summary>
    internal static ProjectPriceLists None { get; } = new(default, PriceListSettings.Default, HasProblem: false);

    internal static ProjectPriceLists Read(IReadOnlyList<PriceListFile> files, PriceListSettings settings, CancellationToken cancellationToken)
    {
        if (files.Count == 0)
        {
            return None;
        }

        var lists = new List<ProjectPriceList>();
        bool hasProblem = false;
        foreach (PriceListFile file in files)
        {
            PriceListReading reading = file.Read(cancellationToken);
            hasProblem |= reading.List is null;
            if (reading.List is { } list)
            {
                lists.Add(new ProjectPriceList(list, file.Providers));
            }
        }

        return new ProjectPriceLists(new(lists), settings, hasProblem);
    }

    /// <summary>The files that the project of an analysis names as price lists.</summary>
    internal static IReadOnlyList<PriceListFile> FilesOf(AnalyzerOptions options) =>
        [.. options.AdditionalFiles.Select(text => PriceListFile.From(text, options.AnalyzerConfigOptionsProvider)).Where(file => file is not null).Select(file => file!.Value)];

    /// <summary>The lists that cover a provider of the catalog, each with its own name for it.</summary>
    /// <param name="provider">The name of the provider's property in the catalog.</param>
    /// <param name="endpoint">Its address; null if it is not known.</param>
    internal IReadOnlyList<(PriceList List, string Provider)> Covering(string provider, string? endpoint)
    {
        var covering = new List<(PriceList, string)>();
        foreach (ProjectPriceList list in Lists)
        {
            if (list.ProviderOf(provider, endpoint) is { } listed)
            {
                covering.Add((list.List, listed));
            }
        }

        return covering;
    }

    /// <summary>The entry for a model in the lists that cover its provider.</summary>
    internal static PriceListAnswer Find(IReadOnlyList<(PriceList List, string Provider)> covering, string id)
    {
        foreach ((PriceList list, string provider) in covering)
        {
            if (list.Find(provider, id) is { } model)
            {
                return new PriceListAnswer(list, provider, model, IsRouted: false);
            }

            string routed = provider == OpenRouterFormat.Provider ? ModelVariants.WithoutRouting(id) : id;
            if (routed != id && list.Find(provider, routed) is { } behind)
            {
                return new PriceListAnswer(list, provider, behind, IsRouted: true);
            }
        }

        return covering.Count == 0 ? default : new PriceListAnswer(covering[0].List, covering[0].Provider, null, IsRouted: false);
    }
}
