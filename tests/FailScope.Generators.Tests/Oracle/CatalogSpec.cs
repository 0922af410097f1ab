using System.Globalization;
using System.Text;
using CsCheck;

namespace FailScope.Generators.Tests.Oracle;

/// <summary>The facts of a random catalog, from which the source is written and by which the oracle judges.</summary>
/// <param name="AccountProvider">For each declared account, the number of its provider.</param>
/// <param name="Providers">The number of providers.</param>
/// <param name="Keys">For each credential, its provider, and its account or -1 for its own account.</param>
/// <param name="Models">The models.</param>
/// <param name="Chain">The positions in <paramref name="Models"/> that the chain tries, in order.</param>
internal sealed record CatalogSpec(int Providers, int[] AccountProvider, (int Provider, int Account)[] Keys, ModelSpec[] Models, int[] Chain)
{
    private static readonly Gen<ModelSpec> GenModel =
        from key in Gen.Int[0, 1000]
        from id in OneOf("vendor/model", "vendor/model:free", "vendor/model:FREE", "vendor/model:freedom", "vendor/model:free:online", "free", ":free")
        from free in Gen.Frequency((8, Gen.Const((bool?)null)), (1, Gen.Const((bool?)true)), (1, Gen.Const((bool?)false)))
        from input in GenPrice
        from output in GenPrice
        from other in Gen.Frequency((6, Gen.Const((double?)null)), (1, GenPrice))
        from window in OneOf(0L, 0L, 1000L, 8192L, 8193L, 200_000L)
        from capabilities in Gen.Frequency((3, Gen.Const((int?)null)), (2, Gen.Int[0, 1023].Select(flags => (int?)flags)))
        select new ModelSpec(key, id, free, input, output, other, window, capabilities);

    internal static readonly Gen<CatalogSpec> Any =
        from providers in Gen.Int[1, 4]
        from accounts in Gen.Int[0, providers - 1].Array[0, 4]
        from keys in Gen.Select(Gen.Int[0, 1000], Gen.Bool).Array[1, 6]
        from count in Gen.Frequency((6, Gen.Int[1, 12]), (3, Gen.Int[13, 66]), (1, Gen.Int[67, 300]))
        from models in GenModel.Array[count]
        from order in Gen.Shuffle(Enumerable.Range(0, count).ToArray())
        from length in Gen.Int[1, count]
        select Build(providers, accounts, keys, models, [.. order.Take(length)]);

    private static Gen<double?> GenPrice => Gen.Frequency(
        (3, Gen.Const((double?)null)),
        (3, Gen.Const((double?)0)),
        (4, OneOf<double?>(0.05, 1, 2.5, 250)));

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    /// <summary>A name for the account of a credential: a declared one, or its own.</summary>
    internal string AccountOf(ModelSpec model) => Keys[model.Key].Account is >= 0 and int account ? $"A{account}" : $"K{model.Key}";

    internal int ProviderOf(ModelSpec model) => Keys[model.Key].Provider;

    /// <summary>The source of the catalog.</summary>
    internal string ToSource()
    {
        var text = new StringBuilder("using FailScope;\nnamespace App;\n[ModelCatalog] public static partial class Models {\n");
        for (int i = 0; i < Providers; i++)
        {
            text.Append($"[Provider(\"https://p{i}.example/v1\")] public static partial Provider P{i} {{ get; }}\n");
        }

        for (int i = 0; i < AccountProvider.Length; i++)
        {
            text.Append($"[BillingAccount(nameof(P{AccountProvider[i]}))] public static partial BillingAccount A{i} {{ get; }}\n");
        }

        for (int i = 0; i < Keys.Length; i++)
        {
            string account = Keys[i].Account < 0 ? "" : $", Account = nameof(A{Keys[i].Account})";
            text.Append($"[Credential(nameof(P{Keys[i].Provider}){account})] public static partial Credential K{i} {{ get; }}\n");
        }

        for (int i = 0; i < Models.Length; i++)
        {
            ModelSpec model = Models[i];
            text.Append($"[Model(\"{model.Id}\", nameof(K{model.Key})");
            Append("Free", model.Free?.ToString().ToLowerInvariant());
            Append("InputUsdPerMillion", model.Input?.ToString(CultureInfo.InvariantCulture));
            Append("OutputUsdPerMillion", model.Output?.ToString(CultureInfo.InvariantCulture));
            Append("UsdPerRequest", model.Other?.ToString(CultureInfo.InvariantCulture));
            Append("ContextWindow", model.Window == 0 ? null : model.Window.ToString(CultureInfo.InvariantCulture));
            Append("Capabilities", model.Capabilities is { } flags ? $"(ModelCapabilities){flags}" : null);
            text.Append($")] public static partial Model M{i} {{ get; }}\n");
        }

        text.Append($"[FallbackChain({string.Join(", ", Chain.Select(model => $"nameof(M{model})"))})] public static partial FallbackChain Chain {{ get; }}\n}}\n");
        return text.ToString();

        void Append(string name, string? value)
        {
            if (value is not null)
            {
                text.Append($", {name} = {value}");
            }
        }
    }

    // Brings random numbers into the valid range: a key refers to an account of its own provider, or to none.
    private static CatalogSpec Build(int providers, int[] accounts, (int Account, bool Own)[] keys, ModelSpec[] models, int[] chain)
    {
        var credentials = new (int Provider, int Account)[keys.Length];
        for (int i = 0; i < keys.Length; i++)
        {
            int account = keys[i].Own || accounts.Length == 0 ? -1 : keys[i].Account % accounts.Length;
            credentials[i] = (account < 0 ? keys[i].Account % providers : accounts[account], account);
        }

        return new CatalogSpec(providers, accounts, credentials, [.. models.Select(model => model with { Key = model.Key % keys.Length })], chain);
    }
}

internal sealed record ModelSpec(int Key, string Id, bool? Free, double? Input, double? Output, double? Other, long Window, int? Capabilities);
