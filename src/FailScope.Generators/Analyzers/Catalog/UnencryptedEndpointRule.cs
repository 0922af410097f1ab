using System.Net;
using System.Net.Sockets;
using FailScope.Generators.Diagnostics;
using FailScope.Generators.Parsing;

namespace FailScope.Generators.Analyzers.Catalog;

/// <summary>An http address of a host that is neither this machine nor on a private network.</summary>
internal static class UnencryptedEndpointRule
{
    // Names that public DNS does not resolve: RFC 6761, 6762 and 8375, ICANN's reservation of .internal, or common use.
    private static readonly string[] PrivateSuffixes =
        [".localhost", ".local", ".internal", ".intranet", ".private", ".corp", ".lan", ".home", ".home.arpa", ".test", ".example", ".invalid", ".svc"];

    internal static void Check(CatalogDeclaration catalog, CatalogReport report)
    {
        foreach (ProviderDeclaration provider in catalog.Providers)
        {
            if (provider is { BrokenBecause: null, Endpoint: { Content: { } endpoint, Expression: { } expression } }
                && Uri.TryCreate(endpoint, UriKind.Absolute, out Uri? uri)
                && uri.Scheme == "http"
                && !IsPrivate(uri))
            {
                report.Add(Descriptors.UnencryptedEndpoint, expression, provider.Name, uri.Host);
            }
        }
    }

    private static bool IsPrivate(Uri uri)
    {
        if (uri.IsLoopback)
        {
            return true;
        }

        string host = uri.DnsSafeHost;
        if (!IPAddress.TryParse(host, out IPAddress? address))
        {
            string name = host.TrimEnd('.');
            return name.IndexOf('.') < 0 || PrivateSuffixes.Any(suffix => name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase));
        }

        byte[] bytes = address.GetAddressBytes();
        return address.AddressFamily == AddressFamily.InterNetwork
            ? bytes[0] is 0 or 10 or 127
                || (bytes[0] == 172 && bytes[1] is >= 16 and < 32)
                || (bytes[0] == 192 && bytes[1] == 168)
                || (bytes[0] == 169 && bytes[1] == 254)
                || (bytes[0] == 100 && bytes[1] is >= 64 and < 128)
            : address.IsIPv6LinkLocal || (bytes[0] & 0xFE) == 0xFC;
    }
}
