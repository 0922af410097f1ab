using System.Text;

namespace FailScope.CodeFixes.Tests.Robustness;

/// <summary>
/// Creates a random catalog that uses everything the package offers: one file or several, names and attributes in every spelling, every
/// price, shared accounts, chains with Survives and Requires. It is valid, except for what the rules warn about.
/// </summary>
internal sealed class CatalogText(Random random)
{
    private static readonly string[] Headers =
    [
        "public static partial class Models", "public static partial class Models", "internal static partial class Models", "partial class Models",
        "public sealed partial class Models", "public abstract partial class Models", "public partial record Models", "static partial class @class", "public static partial class Größe",
    ];

    private static readonly string[] Outers = ["partial class Outer", "public static partial class Outer", "partial struct Outer", "partial record Outer", "partial record struct Outer", "partial interface Outer", "partial class Outer<T, @in>"];

    private static readonly string[] Namespaces = ["namespace App;", "namespace App.Routing;", "namespace @namespace.Ünicode;", "", "{namespace App", "{namespace A.B { namespace C"];

    private static readonly string[] Endpoints =
    [
        "https://openrouter.ai/api/v1", "https://api.anthropic.com/v1", "http://localhost:11434/v1", "http://10.0.0.7/v1", "http://models.example.org/v1",
        "https://münchen.example/v1", "https://[2001:db8::1]:8443/", "https://p.example/v1?a=<b>&c=\\\"d\\\"", "HTTPS://P.EXAMPLE",
    ];

    private static readonly string[] Ids =
    [
        "anthropic/claude-sonnet-4.5", "meta-llama/llama-3.3-70b-instruct:free", "vendor/model:FREE", "vendor/model:freedom", "vendor/model:free:online", "vendor/model:online:free",
        "vendor/model", "vendor/modell", "acme/unpriced", "vendor/model-free", "text-embedding-3-small", "cohere/rerank", "gpt <&> \\\"quoted\\\" \\u2028", "模型/七:free", "{0} {{brace}}", "a",
    ];

    private static readonly string[] Prices =
    [
        "", "", ", InputUsdPerMillion = 3, OutputUsdPerMillion = 15", ", InputUsdPerMillion = 0.25f, OutputUsdPerMillion = 1e-3", ", InputUsdPerMillion = 0, OutputUsdPerMillion = 0",
        ", InputUsdPerMillion = 0, OutputUsdPerMillion = 250", ", OutputUsdPerMillion = 0", ", InputUsdPerMillion = 0, OutputUsdPerMillion = 0, UsdPerRequest = 0.01",
        ", FromPriceList = true", ", FromPriceList = true", ", FromPriceList = true, InputUsdPerMillion = 3", ", Free = true", ", Free = true, InputUsdPerMillion = 1", ", Free = false", ", Free = !false, UsdPerImage = Cost", ", InputUsdPerMillion = Cost * 2, OutputUsdPerMillion = Cost, CacheReadUsdPerMillion = 0.3, CacheWriteUsdPerMillion = 3.75",
        ", ReasoningUsdPerMillion = 1, AudioInputUsdPerMillion = 2, AudioOutputUsdPerMillion = 3, UsdPerImage = 4, UsdPerSecond = 5, UsdPerSearch = 6",
    ];

    private static readonly string[] Windows = ["", "", ", ContextWindow = 8_192", ", ContextWindow = 200_000, MaxOutputTokens = 64_000", ", ContextWindow = 1 << 20", ", MaxOutputTokens = 4096u", ", ContextWindow = long.MaxValue"];

    private static readonly string[] Capabilities =
        ["", "", ", Capabilities = ModelCapabilities.Tools | ModelCapabilities.Vision", ", Capabilities = ModelCapabilities.None", ", Capabilities = (ModelCapabilities)255", ", Capabilities = Able"];

    private static readonly string[] Spaces = ["", "", "", "", ", EmbeddingSpace = \"e/3\"", ", EmbeddingSpace = \"e/3\"", ", EmbeddingSpace = \"e/4\"", ", EmbeddingSpace = \" \""];

    private static readonly string[] Promises =
    [
        "", "", "", ", Survives = LossOf.Credit", ", Survives = LossOf.Credential | LossOf.Provider", ", Survives = LossOf.Model", ", Survives = (LossOf)31", ", Survives = LossOf.None",
    ];

    private static readonly string[] Needs = ["", "", ", Requires = ModelCapabilities.Tools", ", Requires = Able", ", Requires = ModelCapabilities.StructuredOutput | ModelCapabilities.Reasoning"];

    private static readonly string[] Comments =
    [
        "", "", "", "/// <summary>Mine &amp; <see cref=\"Provider\"/>.</summary>\n", "/// <summary>One.</summary>\n/// <remarks>Two.</remarks>\n", "/** <summary>Block.</summary> */ ",
        "// Plain.\n", "#region Members\n#endregion\n", "#if NEVER\nthis is not C#\n#endif\n", "#pragma warning disable CS1591\n", "/// broken <xml\n",
    ];

    private readonly List<string> _providers = [];
    private readonly List<(string Name, int Provider)> _accounts = [];
    private readonly List<string> _keys = [];
    private readonly List<string> _models = [];
    private readonly List<string> _chains = [];
    private string _class = "";

    /// <summary>The files, and the name of the catalog in other code; null if it cannot be accessed from outside.</summary>
    internal (List<string> Files, string? Name) Write()
    {
        string header = Pick(Headers);
        _class = header[(header.LastIndexOf(' ') + 1)..];
        string outer = random.Next(4) == 0 ? Pick(Outers) : "";
        string space = Pick(Namespaces);
        int parts = random.Next(3) == 0 ? random.Next(2, 4) : 1;
        var members = new List<string>[parts];
        for (int i = 0; i < parts; i++)
        {
            members[i] = [];
        }

        foreach (string member in Members())
        {
            members[random.Next(parts)].Add(member);
        }

        if (random.Next(3) == 0)
        {
            Shuffle(members[0]);
        }

        var files = new List<string>();
        for (int i = 0; i < parts; i++)
        {
            string attribute = i > 0 ? "" : Pick("[ModelCatalog]", "[ModelCatalog]", "[ModelCatalog()]", "[FailScope.ModelCatalogAttribute]", "[global::FailScope.ModelCatalog, System.Obsolete]");
            files.Add(File(space, outer, attribute, header, members[i]));
        }

        bool isHidden = outer.Length > 0 || header.Contains("static partial class @class", StringComparison.Ordinal);
        string name = space.Trim('{').Replace("namespace ", "", StringComparison.Ordinal).Replace(" { ", ".", StringComparison.Ordinal).TrimEnd(';');
        return (files, isHidden ? null : "global::" + (name.Length > 0 ? name + "." : "") + _class);
    }

    internal string? AnyChain => _chains.Count > 0 ? Pick([.. _chains]) : null;

    internal string? AnyKey => _keys.Count > 0 ? Pick([.. _keys]) : null;

    private static string File(string space, string outer, string attribute, string header, List<string> members)
    {
        var text = new StringBuilder("using FailScope;\n\n");
        text.Append(space.TrimStart('{'));
        text.Append(space.StartsWith('{') ? " {\n" : "\n");
        text.Append(outer.Length > 0 ? outer + "\n{\n" : "");
        text.Append(attribute).Append('\n').Append(header).Append("\n{\n");
        foreach (string member in members)
        {
            text.Append("    ").Append(member).Append('\n');
        }

        text.Append('}').Append(outer.Length > 0 ? "\n}" : "");
        for (int i = 0; i < space.Count(c => c == '{'); i++)
        {
            text.Append("\n}");
        }

        return text.Append('\n').ToString();
    }

    private IEnumerable<string> Members()
    {
        yield return "private const double Cost = 0.04;";
        yield return "private const string Host = \"https://host.example\";";
        yield return "private const ModelCapabilities Able = ModelCapabilities.Tools | ModelCapabilities.FileInput;";
        for (int i = random.Next(1, 4); i > 0; i--)
        {
            string name = Name("P", _providers.Count);
            string endpoint = random.Next(6) == 0 ? "Host + \"/v1\"" : $"\"{Pick(Endpoints)}\"";
            yield return Member("Provider", endpoint, name);
            _providers.Add(name);
        }

        for (int i = random.Next(0, 3); i > 0; i--)
        {
            string name = Name("A", _accounts.Count);
            int provider = random.Next(_providers.Count);
            yield return Member("BillingAccount", Reference(_providers[provider]), name);
            _accounts.Add((name, provider));
        }

        for (int i = random.Next(1, 5); i > 0; i--)
        {
            string name = Name("K", _keys.Count);
            int account = random.Next(-2, _accounts.Count);
            string provider = _providers[account < 0 || random.Next(30) == 0 ? random.Next(_providers.Count) : _accounts[account].Provider];
            string variable = Pick("", $", EnvironmentVariable = \"{name}_KEY\"", ", EnvironmentVariable = null", ", EnvironmentVariable = nameof(Host)");
            yield return Member("Credential", Reference(provider) + variable + (account < 0 ? "" : $", Account = {Reference(_accounts[account].Name)}"), name);
            _keys.Add(name);
        }

        for (int i = random.Next(1, 7); i > 0; i--)
        {
            string name = Name("M", _models.Count);
            string id = $"\"{Pick(Ids)}\"";
            string key = Reference(Pick([.. _keys]));
            string where = Pick($"{id}, {key}", $"{id}, {key}", $"id: {id}, credential: {key}", $"credential: {key}, id: {id}");
            string arguments = where + Pick(Prices) + Pick(Windows) + Pick(Capabilities) + Pick(Spaces);
            yield return Member("Model", arguments, name);
            _models.Add(name);
            if (random.Next(20) == 0)
            {
                yield return Member("Model", arguments, name + "Again");
                _models.Add(name + "Again");
            }
        }

        for (int i = random.Next(1, 3); i > 0; i--)
        {
            List<string> entries = [.. _models.Select(Reference)];
            Shuffle(entries);
            entries = [.. entries.Take(random.Next(1, entries.Count + 1))];
            if (random.Next(8) == 0)
            {
                entries.Add(entries[0]);
            }

            string list = string.Join(", ", entries);
            if (random.Next(8) == 0)
            {
                list += Pick(", \"acme/new-2\"", ", nameof(New2)", ", \"gpt-\\\"quoted\\\"-\\\\\"");
            }

            list = Pick(list, list, $"new[] {{ {list} }}", $"new string[] {{ {list} }}", $"models: new[] {{ {list} }}", $"[{list}]");
            string name = Name("Chain", i);
            yield return Member("FallbackChain", list + Pick(Promises) + Pick(Needs), name);
            _chains.Add(name);
        }

        if (random.Next(3) == 0)
        {
            yield return Pick("public static string Catalog => \"\";", "public static partial int Own { get; } public static partial int Own => 1;", "public static Model Alias => null!;", "public static Model? Last { get; }", "static Models2 Other => null!; sealed class Models2 { }");
        }
    }

    private string Member(string kind, string arguments, string name)
    {
        string attribute = Pick(kind, kind, kind, kind + "Attribute", "FailScope." + kind, "global::FailScope." + kind, "property: " + kind);
        string type = Pick(kind, kind, kind, "FailScope." + kind, "global::FailScope." + kind);
        string modifiers = Pick("public static partial", "public static partial", "internal static partial", "private static partial", "static partial", "static public partial");
        string other = random.Next(12) == 0 ? "[System.Obsolete(\"Old.\")] " : "";
        return $"{Pick(Comments)}{other}[{attribute}({arguments})]{Pick(" ", "\n    ")}{modifiers} {type} {name} {{ get; }}";
    }

    private string Reference(string name) => random.Next(16) switch
    {
        0 => $"\"{name.TrimStart('@')}\"",
        1 => $"nameof({_class}.{name})",
        2 => $"\"\" + nameof({name})",
        _ => $"nameof({name})",
    };

    private string Name(string prefix, int number) => random.Next(12) switch
    {
        0 => $"@{prefix}{number}",
        1 => $"Ä{prefix}{number}",
        2 => $"_{prefix}{number}",
        _ => $"{prefix}{number}",
    };

    private void Shuffle(List<string> items)
    {
        for (int i = items.Count - 1; i > 0; i--)
        {
            int other = random.Next(i + 1);
            (items[i], items[other]) = (items[other], items[i]);
        }
    }

    private string Pick(params ReadOnlySpan<string> choices) => choices[random.Next(choices.Length)];
}
