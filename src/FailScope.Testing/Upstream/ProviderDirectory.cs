namespace FailScope.Testing;

/// <summary>Finds the providers, credentials and models of the catalogs from the values in a request.</summary>
internal sealed class ProviderDirectory
{
    private readonly ModelCatalog[] _catalogs;
    private readonly Dictionary<Credential, string> _keys = [];

    internal ProviderDirectory(ModelCatalog[] catalogs)
    {
        _catalogs = catalogs;
        foreach (ModelCatalog catalog in catalogs)
        {
            ArgumentNullException.ThrowIfNull(catalog, nameof(catalogs));
            foreach (Credential credential in catalog.Credentials)
            {
                _keys[credential] = $"fake-key-of-{credential.CredentialScope.Value}";
            }
        }
    }

    internal IEnumerable<Provider> Providers => _catalogs.SelectMany(catalog => catalog.Providers);

    internal IEnumerable<Credential> Credentials => _catalogs.SelectMany(catalog => catalog.Credentials);

    internal string KeyOf(Credential credential)
    {
        ArgumentNullException.ThrowIfNull(credential);
        lock (_keys)
        {
            return _keys.TryGetValue(credential, out string? key) ? key : throw Unknown("credential", credential.Name);
        }
    }

    internal void UseKey(Credential credential, string key)
    {
        ArgumentNullException.ThrowIfNull(credential);
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        lock (_keys)
        {
            _keys[credential] = _keys.ContainsKey(credential) ? key : throw Unknown("credential", credential.Name);
        }
    }

    internal void ThrowIfUnknown(Provider provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        if (!Providers.Contains(provider))
        {
            throw Unknown("provider", provider.Name);
        }
    }

    /// <summary>The providers at the host and port of an address.</summary>
    /// <exception cref="InvalidOperationException">There is no provider at this address.</exception>
    internal Provider[] At(Uri address)
    {
        Provider[] found = [.. Providers.Where(provider => provider.Endpoint.Host == address.Host && provider.Endpoint.Port == address.Port)];
        return found.Length > 0 ? found : throw new InvalidOperationException(
            $"A call to {address.GetLeftPart(UriPartial.Path)} was not sent: no provider of the catalog has that address. Its providers are at {string.Join(", ", Providers.Select(provider => provider.Endpoint).Distinct())}.");
    }

    /// <summary>The credential of one of the providers that a key belongs to. Without a key, the first credential, if the API allows that.</summary>
    internal Credential? FindCredential(IReadOnlyList<Provider> providers, string? key, bool takesCallsWithoutKey)
    {
        lock (_keys)
        {
            return Credentials.Where(credential => providers.Contains(credential.Provider))
                .FirstOrDefault(credential => key is null ? takesCallsWithoutKey : _keys[credential] == key);
        }
    }

    internal Model? FindModel(Credential? credential, string id) =>
        _catalogs.SelectMany(catalog => catalog.Models).FirstOrDefault(model => model.Credential == credential && model.Id == id);

    private ArgumentException Unknown(string kind, string name) =>
        new($"The {kind} '{name}' is not in a catalog of this upstream. Its catalogs: {string.Join(", ", _catalogs.Select(catalog => catalog.Name))}.");
}
