namespace FailScope;

/// <summary>An endpoint of a model catalog.</summary>
public sealed class Provider
{
    private readonly string _catalog;
    private readonly string _endpoint;

    // Here and in the other descriptors, values that a first turn may not need are created on first use: the Uri, which the build has
    // validated, and the texts of the scope keys. Two threads may both create one; the results are equal.
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

    /// <summary>The absolute address of the provider's API.</summary>
    public Uri Endpoint => _uri ??= new Uri(_endpoint, UriKind.Absolute);

    /// <summary>The scope key for failures to reach the endpoint.</summary>
    public ProviderScopeKey ProviderScope => new(_providerScope ??= ScopeKeyText.Mint(ScopeKind.Provider, _catalog, Name));

    /// <summary>The name and the endpoint.</summary>
    public override string ToString() => $"{Name} ({Endpoint})";
}
