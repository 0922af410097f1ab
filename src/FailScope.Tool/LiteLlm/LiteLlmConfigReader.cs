using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace FailScope.Tool.LiteLlm;

/// <summary>
/// Reads a LiteLLM proxy configuration. Nothing is resolved: <c>os.environ/NAME</c> stays a name. Keys and passwords in
/// the file are dropped here, so that no other code can print them.
/// </summary>
internal sealed class LiteLlmConfigReader
{
    private const int DeepestNesting = 100;
    private const string FromEnvironment = "os.environ/";

    private readonly LiteLlmConfig _config = new();

    /// <exception cref="ToolException">The text is not valid YAML, or not a LiteLLM configuration.</exception>
    internal static LiteLlmConfig Read(string text, string file)
    {
        YamlStream yaml = Load(text, file);
        if (yaml.Documents.Count == 0 || yaml.Documents[0].RootNode is not YamlMappingNode root)
        {
            throw ToolException.Unreadable($"{file}: a LiteLLM configuration is a YAML mapping with a 'model_list'.");
        }

        var reader = new LiteLlmConfigReader();
        reader.ReadRoot(root, file);
        return reader._config;
    }

    private static YamlStream Load(string text, string file)
    {
        try
        {
            // The tree is built recursively, and a stack overflow would end the process, so the depth is checked first.
            var events = new Parser(new StringReader(text));
            for (int depth = 0; events.MoveNext();)
            {
                depth += events.Current!.NestingIncrease;
                if (depth > DeepestNesting)
                {
                    throw ToolException.Unreadable($"{file}({events.Current.Start.Line},{events.Current.Start.Column}): the file is nested too deeply to be a configuration.");
                }
            }

            var yaml = new YamlStream();
            yaml.Load(new StringReader(text));
            return yaml;
        }
        catch (YamlException exception)
        {
            throw ToolException.Unreadable($"{file}({exception.Start.Line},{exception.Start.Column}): the file is not valid YAML: {SafeText.Make(exception.Message, 200)}");
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or FormatException or IndexOutOfRangeException)
        {
            // YamlDotNet throws this for some invalid texts, without a position.
            throw ToolException.Unreadable($"{file}: the file is not valid YAML.");
        }
    }

    private void ReadRoot(YamlMappingNode root, string file)
    {
        if (Child(root, "model_list") is not YamlSequenceNode models)
        {
            throw ToolException.Unreadable($"{file}: the file has no 'model_list'. It is not a LiteLLM configuration, or its models are in a database or an included file.");
        }

        foreach (YamlNode model in models)
        {
            ReadDeployment(model);
        }

        foreach ((YamlNode key, YamlNode value) in root.Children)
        {
            string section = Text(key) ?? "";
            switch (section)
            {
                case "model_list":
                    break;
                case "router_settings" or "litellm_settings" when value is YamlMappingNode settings:
                    ReadSettings(section, settings);
                    break;
                case "include":
                    _config.Notes.Add(section, Line(key), "included files are not read: run the tool on them too.", isWarning: true);
                    break;
                default:
                    _config.Notes.Add(section, Line(key), Counterparts.OfSection(section));
                    break;
            }
        }
    }

    private void ReadDeployment(YamlNode node)
    {
        if (node is not YamlMappingNode entry
            || Text(Child(entry, "model_name")) is not { Length: > 0 } group
            || Child(entry, "litellm_params") is not YamlMappingNode parameters
            || Text(Child(parameters, "model")) is not { Length: > 0 } model)
        {
            _config.Notes.Add("model_list", Line(node), "an entry without 'model_name' and 'litellm_params.model' was left out.", isWarning: true);
            return;
        }

        if (group.Contains('*') || model.Contains('*'))
        {
            _config.Notes.Add($"model_name {group}", Line(node), "a wildcard has no counterpart: a catalog names each model. 'failscope new --from' writes all models of a price list.", isWarning: true);
            return;
        }

        var info = Child(entry, "model_info") as YamlMappingNode;
        (string? key, bool hasLiteralKey) = Reference(Child(parameters, "api_key"));
        YamlNode? address = Child(parameters, "api_base") ?? Child(parameters, "base_url");
        (string? endpointVariable, bool hasEndpoint) = Reference(address);
        _config.Deployments.Add(new Deployment
        {
            Line = Line(node),
            Group = group,
            Model = model,
            Provider = Text(Child(parameters, "custom_llm_provider")),
            KeyVariable = key,
            HasLiteralKey = hasLiteralKey,
            Endpoint = hasEndpoint ? Text(address) : null,
            EndpointVariable = endpointVariable,
            Region = Plain(parameters, "aws_region_name") ?? Plain(parameters, "vertex_location") ?? Plain(parameters, "vertex_ai_location"),
            Order = Number<long>(parameters, "order") ?? Number<long>(info, "order"),
            InputUsdPerToken = Number<decimal>(parameters, "input_cost_per_token") ?? Number<decimal>(info, "input_cost_per_token"),
            OutputUsdPerToken = Number<decimal>(parameters, "output_cost_per_token") ?? Number<decimal>(info, "output_cost_per_token"),
            MaxInputTokens = Math.Max(0, Number<long>(info, "max_input_tokens") ?? 0),
            MaxOutputTokens = Math.Max(0, Number<long>(info, "max_output_tokens") ?? 0),
        });
        NoteTheRest(parameters);
    }

    private static readonly string[] ReadParameters =
    [
        "model", "api_key", "api_base", "base_url", "custom_llm_provider", "order", "aws_region_name", "vertex_location", "vertex_ai_location",
        "input_cost_per_token", "output_cost_per_token",
    ];

    private void NoteTheRest(YamlMappingNode parameters)
    {
        foreach (YamlNode key in parameters.Children.Keys)
        {
            string name = Text(key) ?? "";
            if (Array.IndexOf(ReadParameters, name) < 0)
            {
                _config.Notes.Add($"litellm_params.{name}", Line(key), Counterparts.OfParameter(name));
            }
        }
    }

    private void ReadSettings(string section, YamlMappingNode settings)
    {
        foreach ((YamlNode key, YamlNode value) in settings.Children)
        {
            string name = Text(key) ?? "";
            switch (name)
            {
                case "fallbacks":
                    ReadFallbacks(value, _config.Fallbacks);
                    break;
                case "context_window_fallbacks":
                    ReadFallbacks(value, _config.ContextWindowFallbacks);
                    break;
                case "default_fallbacks":
                    _config.Fallbacks.TryAdd("*", GroupNames(value));
                    break;
                case "model_group_alias" when value is YamlMappingNode aliases:
                    ReadAliases(aliases);
                    break;
                default:
                    _config.Notes.Add($"{section}.{name}", Line(key), Counterparts.OfSetting(name));
                    break;
            }
        }
    }

    // A list of mappings with one group each. Several groups in one mapping are accepted too.
    private void ReadFallbacks(YamlNode node, Dictionary<string, IReadOnlyList<string>> fallbacks)
    {
        IEnumerable<YamlNode> items = node is YamlSequenceNode list ? list : [node];
        foreach (YamlMappingNode item in items.OfType<YamlMappingNode>())
        {
            foreach ((YamlNode group, YamlNode targets) in item.Children)
            {
                if (Text(group) is { } name)
                {
                    _config.FallbackLines.TryAdd(name, Line(group));
                    fallbacks.TryAdd(name, GroupNames(targets));
                }
            }
        }
    }

    private void ReadAliases(YamlMappingNode aliases)
    {
        foreach ((YamlNode alias, YamlNode target) in aliases.Children)
        {
            if (Text(alias) is { } name && (Text(target) ?? Text(Child(target as YamlMappingNode, "model"))) is { } group)
            {
                _config.Aliases.TryAdd(name, group);
            }
        }
    }

    private string[] GroupNames(YamlNode node)
    {
        var names = new List<string>();
        foreach (YamlNode item in node is YamlSequenceNode list ? list : [node])
        {
            if (Text(item) is { } name)
            {
                _config.FallbackLines.TryAdd(name, Line(item));
                names.Add(name);
            }
        }

        return [.. names];
    }

    /// <summary>The environment variable that a value refers to, and whether the value is a literal instead.</summary>
    private static (string? Variable, bool IsLiteral) Reference(YamlNode? node) =>
        Text(node) is not { Length: > 0 } text ? (null, false)
        : text.StartsWith(FromEnvironment, StringComparison.Ordinal) ? (text[FromEnvironment.Length..].Trim(), false)
        : (null, true);

    private static string? Plain(YamlMappingNode node, string name) =>
        Text(Child(node, name)) is { Length: > 0 } text && !text.StartsWith(FromEnvironment, StringComparison.Ordinal) ? text : null;

    private static T? Number<T>(YamlMappingNode? node, string name)
        where T : struct, System.Numerics.INumber<T> =>
        T.TryParse(Text(Child(node, name)), NumberStyles.Float, CultureInfo.InvariantCulture, out T number) ? number : null;

    private static YamlNode? Child(YamlMappingNode? node, string name) =>
        node?.Children.FirstOrDefault(child => Text(child.Key) == name).Value;

    private static string? Text(YamlNode? node) => node is YamlScalarNode { Value: { } value } ? value.Trim() : null;

    private static int Line(YamlNode node) => (int)node.Start.Line;
}
