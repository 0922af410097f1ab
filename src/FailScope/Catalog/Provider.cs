namespace FailScope;

/// <summary>An endpoint of a model catalog.</summary>
public sealed class Provider
{
    internal Provider(string catalog, string name, string endpoint)
    {
        Name = name;
        Endpoint = new Uri(endpoint, UriKind.Absolute);
        ProviderScope = new ProviderScopeKey(catalog, name);
    }

    /// <summary>The name of the catalog's property.</summary>
    public string Name { get; }

    /// <summary>The absolute address under which the provider's API answers.</summary>
    public Uri Endpoint { get; }

    /// <summary>Names this endpoint: can it be reached?</summary>
    public ProviderScopeKey ProviderScope { get; }

    /// <summary>The name and the endpoint.</summary>
    public override string ToString() => $"{Name} ({Endpoint})";
}
