namespace FailScope;

/// <summary>An endpoint of a model catalog.</summary>
public sealed class Provider
{
    private readonly string _catalog;
    private readonly string _endpoint;

    // What a first turn may never ask for is made when it is asked for, here and in the other descriptors: the address, which the
    // build has checked, and the texts of the keys. Two threads may both make it; what they make is equal.
    private Uri? _uri;
    private string? _providerScope;

    internal Provider(string catalog, string name, string endpoint)
    {
        _catalog = catalog;
        _endpoint = endpoint;
        Name = name;
    }

    /// <summary>The name of the catalog's property.</summary>
    public string Name { get; }

    /// <summary>The absolute address under which the provider's API answers.</summary>
    public Uri Endpoint => _uri ??= new Uri(_endpoint, UriKind.Absolute);

    /// <summary>The scope key for failures to reach the endpoint.</summary>
    public ProviderScopeKey ProviderScope => new(_providerScope ??= ScopeKeyText.Mint(ScopeKind.Provider, _catalog, Name));

    /// <summary>The name and the endpoint.</summary>
    public override string ToString() => $"{Name} ({Endpoint})";
}
