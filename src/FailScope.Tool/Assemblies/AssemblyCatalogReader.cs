using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using FailScope.CompilerServices;

namespace FailScope.Tool.Assemblies;

/// <summary>Reads the catalogs of a built assembly from its attributes. Nothing of the assembly is loaded, and nothing of it runs.</summary>
internal static class AssemblyCatalogReader
{
    private const long Largest = 512L * 1024 * 1024;

    /// <exception cref="ToolException">The file is no .NET assembly, or a catalog in it cannot be understood.</exception>
    internal static IReadOnlyList<BuiltCatalog> Read(string path)
    {
        using FileStream stream = InputFile.Open(path, Largest);
        try
        {
            using var assembly = new PEReader(stream);
            if (!assembly.HasMetadata)
            {
                throw ToolException.Unreadable($"{path} is no .NET assembly.");
            }

            MetadataReader metadata = assembly.GetMetadataReader();
            return [.. metadata.TypeDefinitions.Select(metadata.GetTypeDefinition).Where(type => IsCatalog(metadata, type)).Select(type => new CatalogBuilder(metadata, type, path).Build())];
        }
        catch (BadImageFormatException exception)
        {
            throw ToolException.Unreadable($"{path} is no .NET assembly, or a damaged one: {exception.Message}");
        }
    }

    private static bool IsCatalog(MetadataReader metadata, TypeDefinition type)
    {
        foreach (CustomAttributeHandle handle in type.GetCustomAttributes())
        {
            if (AttributeData.Read(metadata, handle) is { Name: nameof(ModelCatalogAttribute) })
            {
                return true;
            }
        }

        return false;
    }

    private sealed class CatalogBuilder(MetadataReader metadata, TypeDefinition type, string path)
    {
        private readonly string _name = FullName(metadata, type);
        private readonly Dictionary<string, Provider> _providers = new(StringComparer.Ordinal);
        private readonly Dictionary<string, BillingAccount> _accounts = new(StringComparer.Ordinal);
        private readonly Dictionary<string, Credential> _credentials = new(StringComparer.Ordinal);
        private readonly Dictionary<string, Model> _models = new(StringComparer.Ordinal);
        private readonly HashSet<Model> _pricedByList = [];
        private readonly Dictionary<Model, bool> _statedFree = [];
        private readonly Dictionary<Model, decimal?[]> _prices = [];

        internal BuiltCatalog Build()
        {
            List<(string Name, AttributeData Attribute)> members = [.. Members()];
            foreach ((string name, AttributeData attribute) in Of(members, nameof(ProviderAttribute)))
            {
                _providers.Add(name, CatalogFactory.Provider(_name, name, attribute.Text(0) ?? ""));
            }

            foreach ((string name, AttributeData attribute) in Of(members, nameof(BillingAccountAttribute)))
            {
                _accounts.Add(name, CatalogFactory.Account(_name, name, Find(_providers, attribute.Text(0), name)));
            }

            foreach ((string name, AttributeData attribute) in Of(members, nameof(CredentialAttribute)))
            {
                BillingAccount? account = attribute[nameof(CredentialAttribute.Account)] is string shared ? Find(_accounts, shared, name) : null;
                string? variable = attribute[nameof(CredentialAttribute.EnvironmentVariable)] as string;
                _credentials.Add(name, CatalogFactory.Credential(_name, name, Find(_providers, attribute.Text(0), name), account, variable));
            }

            foreach ((string name, AttributeData attribute) in Of(members, nameof(ModelAttribute)))
            {
                _models.Add(name, ReadModel(name, attribute));
            }

            BuiltChain[] chains = [.. Of(members, nameof(FallbackChainAttribute)).Select(member => ReadChain(member.Name, member.Attribute))];
            ModelCatalog catalog = CatalogFactory.Catalog(_name, [.. _providers.Values], [.. _accounts.Values], [.. _credentials.Values], [.. _models.Values], []);
            return new BuiltCatalog(catalog, chains) { PricedByList = _pricedByList, StatedFree = _statedFree, Prices = _prices };
        }

        private Model ReadModel(string name, AttributeData attribute)
        {
            string id = attribute.Text(0) ?? "";
            var prices = new decimal?[Enum.GetValues<Price>().Length];
            foreach (Price price in Enum.GetValues<Price>())
            {
                prices[(int)price] = attribute[price.ToString()] is double usd && double.IsFinite(usd) && Math.Abs(usd) < 1e15 ? (decimal)usd : null;
            }

            bool? free = attribute[nameof(ModelAttribute.Free)] as bool?;
            Model model = CatalogFactory.Model(
                _name,
                name,
                id,
                Find(_credentials, attribute.Text(1), name),
                Freeness.IsFree(free, prices, id),
                attribute.Number(nameof(ModelAttribute.ContextWindow)) ?? 0,
                attribute.Number(nameof(ModelAttribute.MaxOutputTokens)) ?? 0,
                (ModelCapabilities?)(int?)attribute.Number(nameof(ModelAttribute.Capabilities)),
                Pricing(prices),
                attribute[nameof(ModelAttribute.EmbeddingSpace)] as string);
            _prices.Add(model, prices);
            if (free is { } stated)
            {
                _statedFree.Add(model, stated);
            }

            return model;
        }

        private BuiltChain ReadChain(string name, AttributeData attribute)
        {
            Model[] models = [.. attribute.Texts(0).Select(model => Find(_models, model, name)).Distinct()];
            return new BuiltChain(
                FallbackChain.Create(name, models),
                (LossOf?)(int?)attribute.Number(nameof(FallbackChainAttribute.Survives)),
                (ModelCapabilities)(attribute.Number(nameof(FallbackChainAttribute.Requires)) ?? 0));
        }

        private static ModelPricing Pricing(decimal?[] prices) => new()
        {
            InputUsdPerMillion = prices[(int)Price.InputUsdPerMillion],
            OutputUsdPerMillion = prices[(int)Price.OutputUsdPerMillion],
            CacheReadUsdPerMillion = prices[(int)Price.CacheReadUsdPerMillion],
            CacheWriteUsdPerMillion = prices[(int)Price.CacheWriteUsdPerMillion],
            ReasoningUsdPerMillion = prices[(int)Price.ReasoningUsdPerMillion],
            AudioInputUsdPerMillion = prices[(int)Price.AudioInputUsdPerMillion],
            AudioOutputUsdPerMillion = prices[(int)Price.AudioOutputUsdPerMillion],
            UsdPerRequest = prices[(int)Price.UsdPerRequest],
            UsdPerImage = prices[(int)Price.UsdPerImage],
            UsdPerSecond = prices[(int)Price.UsdPerSecond],
            UsdPerSearch = prices[(int)Price.UsdPerSearch],
        };

        private IEnumerable<(string Name, AttributeData Attribute)> Members()
        {
            foreach (PropertyDefinitionHandle property in type.GetProperties())
            {
                PropertyDefinition definition = metadata.GetPropertyDefinition(property);
                foreach (CustomAttributeHandle handle in definition.GetCustomAttributes())
                {
                    if (AttributeData.Read(metadata, handle) is { } attribute)
                    {
                        yield return (metadata.GetString(definition.Name), attribute);
                    }
                }
            }
        }

        private static IEnumerable<(string Name, AttributeData Attribute)> Of(List<(string Name, AttributeData Attribute)> members, string attribute) =>
            members.Where(member => member.Attribute.Name == attribute);

        private T Find<T>(Dictionary<string, T> known, string? name, string member)
            where T : class =>
            name is not null && known.TryGetValue(name, out T? thing) ? thing
                : throw ToolException.Unreadable($"{path}: '{_name}.{member}' refers to '{name}', which the catalog does not declare. Build it with FailScope's analyzers on: they show the mistake.");

        // As scope keys carry it: Namespace.Outer+Catalog.
        private static string FullName(MetadataReader metadata, TypeDefinition type)
        {
            string name = metadata.GetString(type.Name);
            if (type.GetDeclaringType() is { IsNil: false } outer)
            {
                return $"{FullName(metadata, metadata.GetTypeDefinition(outer))}+{name}";
            }

            string @namespace = metadata.GetString(type.Namespace);
            return @namespace.Length > 0 ? $"{@namespace}.{name}" : name;
        }
    }
}
