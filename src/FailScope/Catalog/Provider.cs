namespace FailScope;

/// <summary>An endpoint of a model catalog.</summary>
public sealed class Provider
{
    private readonly string _endpoint;

    // Made when it is asked for: the build has checked the address, and a first use of Uri costs more than all of a small catalog.
    private Uri? _uri;

    internal Provider(string catalog, string name, string endpoint)
    {
        Name = name;
        _endpoint = endpoint;
        ProviderScope = new ProviderScopeKey(catalog, name);
    }

    /// <summary>The name of the catalog's property.</summary>
    public string Name { get; }

    /// <summary>The absolute address under which the provider's API answers.</summary>
    public Uri Endpoint => _uri ??= new Uri(_endpoint, UriKind.Absolute);

    /// <summary>Names this endpoint: can it be reached?</summary>
    public ProviderScopeKey ProviderScope { get; }

    /// <summary>The name and the endpoint.</summary>
    public override string ToString() => $"{Name} ({Endpoint})";
}
