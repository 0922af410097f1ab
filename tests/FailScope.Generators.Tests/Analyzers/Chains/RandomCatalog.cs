using System.Globalization;
using System.Text;
using CsCheck;

namespace FailScope.Generators.Tests.Analyzers.Chains;

/// <summary>
/// A catalog as plain data, the source that declares it, and its properties computed in the simplest way, with sets of names. Shares
/// no code with the parser, the tables or the proofs.
/// </summary>
internal sealed record RandomCatalog(
    string[] Providers,
    RandomCatalog.Wallet[] Wallets,
    RandomCatalog.Key[] Keys,
    RandomCatalog.Offer[] Offers,
    int[] Chain,
    ModelCapabilities Requires)
{
    internal sealed record Wallet(string Name, string Provider);

    internal sealed record Key(string Name, string Provider, string? Wallet)
    {
        internal string PaidBy => Wallet ?? Name;
    }

    /// <param name="Name">The member.</param>
    /// <param name="Id">The model id.</param>
    /// <param name="Key">The credential.</param>
    /// <param name="Prices">As written in the attribute.</param>
    /// <param name="Free">Whether it costs nothing, as stated by the author of the shape.</param>
    /// <param name="Window">In tokens; 0 if not declared.</param>
    /// <param name="Capabilities">Null if not declared.</param>
    internal sealed record Offer(string Name, string Id, Key Key, string Prices, bool Free, int Window, ModelCapabilities? Capabilities)
    {
        /// <summary>Everything that it needs to answer.</summary>
        internal HashSet<string> Needs { get; } =
        [
            "provider " + Key.Provider,
            "key " + Key.Name,
            $"model {Id} on {Key.Name}",
            .. Free ? [$"free requests of {Key.PaidBy}"] : new[] { $"credit of {Key.PaidBy}", $"budget of {Key.Name}" },
        ];
    }

    /// <summary>A pricing: the suffix of the id, the declared prices, and whether that is free.</summary>
    private static readonly (string Suffix, string Prices, bool Free)[] Shapes =
    [
        ("", "", false),
        ("", ", InputUsdPerMillion = 3, OutputUsdPerMillion = 15", false),
        ("", ", InputUsdPerMillion = 0, OutputUsdPerMillion = 0", true),
        ("", ", InputUsdPerMillion = 0, OutputUsdPerMillion = 0, UsdPerRequest = 0.01", false),
        ("", ", InputUsdPerMillion = 0, OutputUsdPerMillion = 250", false),
        ("", ", InputUsdPerMillion = 0", false),
        ("", ", OutputUsdPerMillion = 0", false),
        ("", ", Free = true", true),
        ("", ", Free = true, InputUsdPerMillion = 1", true),
        ("", ", Free = false, InputUsdPerMillion = 0, OutputUsdPerMillion = 0", false),
        ("", ", InputUsdPerMillion = -1, OutputUsdPerMillion = 0", false),
        (":free", "", true),
        (":FREE", ", ContextWindow = 5", true),
        (":free", ", InputUsdPerMillion = 0", true),
        (":free", ", UsdPerImage = 0.04", false),
        (":free", ", Free = false", false),
        (":freedom", "", false),
        (":free:online", "", false),
        (":online:free", "", true),
        ("-free", "", false),
    ];

    private static readonly int[] Sizes = [1, 2, 2, 3, 3, 5, 8, 20, 63, 64, 65, 90];

    internal static Gen<RandomCatalog> Small { get; } =
        from size in Gen.Int[2, 3]
        from catalog in Create(size, shapes: 3, windows: false)
        select catalog;

    internal static Gen<RandomCatalog> AnySize { get; } =
        from size in Gen.Int[0, Sizes.Length - 1]
        from catalog in Create(Sizes[size], Shapes.Length, windows: true)
        select catalog;

    internal IEnumerable<Offer> Entries => Chain.Select(offer => Offers[offer]);

    /// <summary>The class, with two chains of the same models: <c>Promised</c> has Survives with every loss, <c>Plain</c> has none.</summary>
    internal string ToSource(string @namespace)
    {
        var source = new StringBuilder();
        source.Append(CultureInfo.InvariantCulture, $"namespace {@namespace}\n{{\nusing FailScope;\n[ModelCatalog]\npublic static partial class Models\n{{\n");
        foreach (string provider in Providers)
        {
            source.Append(CultureInfo.InvariantCulture, $"[Provider(\"https://{provider}.example\")] public static partial Provider {provider} {{ get; }}\n");
        }

        foreach (Wallet wallet in Wallets)
        {
            source.Append(CultureInfo.InvariantCulture, $"[BillingAccount(nameof({wallet.Provider}))] public static partial BillingAccount {wallet.Name} {{ get; }}\n");
        }

        foreach (Key key in Keys)
        {
            string account = key.Wallet is null ? "" : $", Account = nameof({key.Wallet})";
            source.Append(CultureInfo.InvariantCulture, $"[Credential(nameof({key.Provider}){account})] public static partial Credential {key.Name} {{ get; }}\n");
        }

        foreach (Offer offer in Offers)
        {
            string window = offer.Window == 0 ? "" : $", ContextWindow = {offer.Window}";
            string capabilities = offer.Capabilities is { } declared ? $", Capabilities = (ModelCapabilities){(int)declared}" : "";
            source.Append(CultureInfo.InvariantCulture, $"[Model(\"{offer.Id}\", nameof({offer.Key.Name}){offer.Prices}{window}{capabilities})] public static partial Model {offer.Name} {{ get; }}\n");
        }

        string models = string.Join(", ", Entries.Select(offer => $"nameof({offer.Name})"));
        source.Append(CultureInfo.InvariantCulture, $"[FallbackChain({models}, Survives = LossOf.Credit | LossOf.Credential | LossOf.Provider | LossOf.Model | LossOf.FreeQuota | LossOf.UsageLimit)] public static partial FallbackChain Promised {{ get; }}\n");
        source.Append(CultureInfo.InvariantCulture, $"[FallbackChain({models}, Requires = (ModelCapabilities){(int)Requires})] public static partial FallbackChain Plain {{ get; }}\n}}\n}}\n");
        return source.ToString();
    }

    /// <summary>The possible losses of each kind, and the entries that each retires.</summary>
    internal Dictionary<(LossOf Kind, string Thing), HashSet<string>> Losses()
    {
        var losses = new Dictionary<(LossOf, string), HashSet<string>>();
        foreach (Offer entry in Entries)
        {
            Take(entry.Free ? LossOf.FreeQuota : LossOf.Credit, entry.Key.PaidBy, entry);
            Take(LossOf.UsageLimit, entry.Key.PaidBy, entry);
            Take(LossOf.Credential, entry.Key.Name, entry);
            Take(LossOf.Provider, entry.Key.Provider, entry);
            Take(LossOf.Model, entry.Name, entry);
        }

        return losses;

        void Take(LossOf kind, string thing, Offer entry)
        {
            if (!losses.TryGetValue((kind, thing), out HashSet<string>? taken))
            {
                losses.Add((kind, thing), taken = []);
            }

            taken.Add(entry.Name);
        }
    }

    /// <summary>The losses after which nothing remains.</summary>
    internal HashSet<(LossOf Kind, string Thing)> FatalLosses() =>
        [.. Losses().Where(loss => loss.Value.Count == Chain.Length).Select(loss => loss.Key)];

    /// <summary>The pairs of losses after which nothing remains, although something remains after each alone.</summary>
    internal HashSet<string> FatalPairs()
    {
        KeyValuePair<(LossOf, string), HashSet<string>>[] losses = [.. Losses().Where(loss => loss.Value.Count < Chain.Length)];
        var pairs = new HashSet<string>();
        for (int i = 0; i < losses.Length; i++)
        {
            for (int j = i + 1; j < losses.Length; j++)
            {
                if (losses[i].Value.Count + losses[j].Value.Count >= Chain.Length && losses[i].Value.Union(losses[j].Value).Count() == Chain.Length)
                {
                    pairs.Add(Pair(losses[i].Key, losses[j].Key));
                }
            }
        }

        return pairs;
    }

    internal static string Pair((LossOf Kind, string Thing) one, (LossOf Kind, string Thing) other) =>
        string.Join(" + ", new[] { $"{one.Kind} {one.Thing}", $"{other.Kind} {other.Thing}" }.Order(StringComparer.Ordinal));

    private static Gen<RandomCatalog> Create(int models, int shapes, bool windows) =>
        from providerCount in Gen.Int[1, 3]
        let providers = Enumerable.Range(0, providerCount).Select(i => $"P{i}").ToArray()
        from walletCount in Gen.Int[0, 3]
        from walletProviders in Gen.Int[0, providerCount - 1].Array[walletCount]
        let wallets = walletProviders.Select((provider, i) => new Wallet($"W{i}", providers[provider])).ToArray()
        from keys in Keyring(providers, wallets)
        from offers in Gen.Select(Gen.Int[0, keys.Length - 1], Gen.Int[0, Math.Max(1, models / 2)], Gen.Int[0, shapes - 1], Gen.Int[0, windows ? 3 : 0], Gen.Int[-3, windows ? 7 : -1]).Array[models]
        let made = offers.Select((offer, i) => new Offer(
            $"M{i}",
            $"v/m{offer.Item2}{Shapes[offer.Item3].Suffix}",
            keys[offer.Item1],
            Shapes[offer.Item3].Prices,
            Shapes[offer.Item3].Free,
            Shapes[offer.Item3].Prices.Contains("ContextWindow", StringComparison.Ordinal) ? 0 : offer.Item4 * 1000,
            offer.Item5 < 0 ? null : (ModelCapabilities)offer.Item5)).ToArray()
        from order in Gen.Shuffle(Enumerable.Range(0, models).ToArray())
        from length in Gen.Int[1, models]
        from requires in Gen.Int[0, 7]
        select new RandomCatalog(providers, wallets, keys, made, order[..(models > 8 ? models : length)], (ModelCapabilities)requires);

    private static Gen<Key[]> Keyring(string[] providers, Wallet[] wallets) =>
        from keys in Gen.Select(Gen.Int[0, providers.Length - 1], Gen.Int[-2, wallets.Length - 1]).Array[1, 4]
        select keys.Select((key, i) => key.Item2 < 0 ? new Key($"K{i}", providers[key.Item1], null) : new Key($"K{i}", wallets[key.Item2].Provider, wallets[key.Item2].Name)).ToArray();
}
