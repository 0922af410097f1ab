using System.CommandLine;
using System.Globalization;
using FailScope.Tool.Drafts;
using FailScope.Tool.LiteLlm;
using FailScope.Tool.Lists;
using FailScope.Tool.Output;

namespace FailScope.Tool.Commands;

/// <summary><c>failscope new</c>: writes a catalog.</summary>
internal sealed class NewCommand
{
    private const long LargestConfig = 4L * 1024 * 1024;

    private static readonly string[] Examples =
    [
        "failscope new --from openrouter.json --models 'anthropic/*,*:free' > Models.cs",
        "failscope new --from openrouter.json --models '*' --chain 'Chat=anthropic/*sonnet*,*:free' --chain 'Cheap=*:free' -o Models.cs",
        "failscope new --from litellm-prices.json --provider groq --namespace Shop.Models --public -o Models.cs",
        "failscope new --from-litellm-config config.yaml --from litellm-prices.json > Models.cs",
        "failscope new --from-litellm-config config.yaml --endpoint AZURE_API_BASE=https://shop.openai.azure.com/openai/v1 > Models.cs",
    ];

    private readonly Option<string[]> _from = new("--from") { HelpName = "file", Description = "A published price list: OpenRouter's /api/v1/models, LiteLLM's model_prices_and_context_window.json, or models.dev's api.json. With --from-litellm-config, the source of prices, windows and capabilities; several can be given." };
    private readonly Option<string?> _config = new("--from-litellm-config") { HelpName = "file", Description = "The configuration of a LiteLLM proxy. Keys in it are not copied." };
    private readonly Option<string[]> _models = new("--models", "-m") { HelpName = "patterns", Description = "The models of the list, by id, separated by commas: '*' matches any characters, '!' excludes. All by default." };
    private readonly Option<string[]> _chains = new("--chain") { HelpName = "name=patterns", Description = "A fallback chain of the selected models, in the order of the patterns. Without it, up to 16 models become the chain 'Chat'." };
    private readonly Option<bool> _noChain = new("--no-chain") { Description = "Write no chain." };
    private readonly Option<string?> _provider = new("--provider") { HelpName = "name", Description = "The only provider to use from a list with several, by its name in the list." };
    private readonly Option<string[]> _endpoints = new("--endpoint") { HelpName = "name=url", Description = "The address of a provider, by its name in the list, or of a variable in a LiteLLM configuration." };
    private readonly Option<string[]> _keys = new("--key") { HelpName = "[provider=]variable", Description = "The environment variable that contains a provider's key. Never the key itself." };
    private readonly Option<string> _class = new("--class") { HelpName = "name", Description = "The name of the catalog class.", DefaultValueFactory = _ => "Models" };
    private readonly Option<string?> _namespace = new("--namespace") { HelpName = "name", Description = "Its namespace; none by default." };
    private readonly Option<bool> _public = new("--public") { Description = "Make the class public; it is internal by default." };
    private readonly Option<string?> _output = new("--output", "-o") { HelpName = "file", Description = "The output file; standard output by default. An existing file is not replaced without --force." };
    private readonly Option<bool> _force = new("--force") { Description = "Replace the output file." };
    private readonly ToolHost _host;

    private NewCommand(ToolHost host) => _host = host;

    internal static (Command Command, string[] Examples) Create(ToolHost host)
    {
        var arguments = new NewCommand(host);
        var command = new Command("new", "Writes a catalog from a published price list, or from the configuration of a LiteLLM proxy.");
        foreach (Option option in new Option[]
        {
            arguments._from, arguments._config, arguments._models, arguments._chains, arguments._noChain, arguments._provider, arguments._endpoints,
            arguments._keys, arguments._class, arguments._namespace, arguments._public, arguments._output, arguments._force,
        })
        {
            command.Options.Add(option);
        }

        command.SetAction(arguments.RunAsync);
        return (command, Examples);
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        string? config = arguments.GetValue(_config);
        string[] lists = arguments.GetValue(_from) ?? [];
        if (config is null && lists.Length != 1)
        {
            throw ToolException.Usage(lists.Length == 0
                ? "pass a price list with --from, or a configuration with --from-litellm-config."
                : "a catalog is written from one list: pass --from once.");
        }

        CatalogDraft draft = CreateDraft(arguments);
        IReadOnlyList<string> remarks = config is null ? FillFromList(lists[0], draft, arguments) : FillFromConfig(config, lists, draft, arguments);
        await WriteAsync(CatalogWriter.Write(draft), arguments, cancellationToken);
        foreach (string remark in remarks)
        {
            _host.Console.Error.WriteLine(remark);
        }

        _host.Console.Error.WriteLine(
            $"failscope: wrote {Cells.Count(draft.Models.Count, "model")}, {Cells.Count(draft.Chains.Count, "chain")}, {Cells.Count(draft.Credentials.Count, "key")}, {Cells.Count(draft.Providers.Count, "provider")}.");
        return (int)ExitCode.Success;
    }

    private CatalogDraft CreateDraft(ParseResult arguments)
    {
        string name = arguments.GetValue(_class)!;
        string? @namespace = arguments.GetValue(_namespace);
        if (!CSharpText.IsIdentifier(name))
        {
            throw ToolException.Usage($"'{name}' is not a valid name for a C# class.");
        }

        return @namespace is null || Array.TrueForAll(@namespace.Split('.'), CSharpText.IsIdentifier)
            ? new CatalogDraft { ClassName = name, Namespace = @namespace, IsPublic = arguments.GetValue(_public) }
            : throw ToolException.Usage($"'{@namespace}' is not a valid name for a C# namespace.");
    }

    private List<string> FillFromList(string file, CatalogDraft draft, ParseResult arguments)
    {
        PriceList list = ListFile.Read(_host.PathOf(file));
        IReadOnlyList<string> warnings = ListDraft.Fill(list, draft, new ListDraftOptions
        {
            Provider = arguments.GetValue(_provider),
            Models = arguments.GetValue(_models) ?? [],
            Chains = [.. (arguments.GetValue(_chains) ?? []).Select(ReadChain)],
            WritesChain = !arguments.GetValue(_noChain),
            Endpoints = ReadEndpoints(arguments),
            KeyVariables = ReadKeys(arguments, list),
        });
        string day = list.Date is { } date ? string.Create(CultureInfo.InvariantCulture, $" of {date:yyyy-MM-dd}") : "";
        draft.Header.Add(string.Create(CultureInfo.InvariantCulture, $"{draft.Models.Count} of the {list.Count} models in {list.Name}{day}, written by 'failscope new'. This file is yours to edit."));
        draft.Header.Add("Prices are in US dollars per million tokens unless the name says otherwise.");
        return [.. warnings.Select(warning => $"failscope: {warning}")];
    }

    private List<string> FillFromConfig(string file, string[] lists, CatalogDraft draft, ParseResult arguments)
    {
        foreach (Option option in new Option[] { _models, _chains, _provider, _keys })
        {
            if (arguments.GetResult(option) is { Implicit: false })
            {
                throw ToolException.Usage($"{option.Name} selects from a price list; with --from-litellm-config, models, chains and keys come from the configuration.");
            }
        }

        string name = Path.GetFileName(file);
        LiteLlmConfig config = LiteLlmConfigReader.Read(InputFile.ReadText(_host.PathOf(file), LargestConfig), name);
        draft.Header.Add($"Written by 'failscope new' from the LiteLLM configuration {name}. This file is yours to edit.");
        LiteLlmDraft.Fill(config, draft, new ListedFacts([.. lists.Select(list => ListFile.Read(_host.PathOf(list)))]), ReadEndpoints(arguments));
        if (draft.Models.Count == 0)
        {
            throw ToolException.Unreadable($"{name} has no model that a catalog can declare.");
        }

        (string Text, bool IsWarning)[] notes = [.. config.Notes.All];
        if (notes.Length > 0)
        {
            draft.Header.Add("");
            draft.Header.Add("Settings of the configuration that are not in this file:");
            draft.Header.AddRange(notes.Select(note => $"- {note.Text}"));
        }

        List<string> remarks = [.. notes.Where(note => note.IsWarning).Select(note => $"failscope: warning: {name}: {note.Text}")];
        if (remarks.Count < notes.Length)
        {
            remarks.Add($"failscope: settings of {name} that a catalog cannot contain (the file lists them too):");
            remarks.AddRange(notes.Where(note => !note.IsWarning).Select(note => $"  {note.Text}"));
        }

        return remarks;
    }

    private static (string Name, string Patterns) ReadChain(string text)
    {
        (string name, string patterns) = Arguments.Pair("--chain", text, "'Chat=anthropic/*,*:free'");
        return CSharpText.IsIdentifier(name) ? (name, patterns) : throw ToolException.Usage($"'{name}' is not a valid name for a C# property.");
    }

    private Dictionary<string, string> ReadEndpoints(ParseResult arguments)
    {
        var endpoints = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (string text in arguments.GetValue(_endpoints) ?? [])
        {
            (string name, string url) = Arguments.Pair("--endpoint", text, "azure=https://shop.openai.azure.com/openai/v1");
            endpoints[name] = Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) && uri is { Scheme: "http" or "https", UserInfo: "" }
                ? url
                : throw ToolException.Usage($"the address for '{name}' must be an absolute http or https address without a user name.");
        }

        return endpoints;
    }

    private Dictionary<string, string> ReadKeys(ParseResult arguments, PriceList list)
    {
        var keys = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (string text in arguments.GetValue(_keys) ?? [])
        {
            string[] providers = [.. list.Providers];
            (string provider, string variable) = !text.Contains('=') && providers.Length == 1 ? (providers[0], text) : Arguments.Pair("--key", text, "openai=OPENAI_API_KEY");
            bool isName = variable.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or ':') && !SecretShapes.TryFind(variable, 0, out _, out _, out _);
            keys[provider] = isName ? variable : throw ToolException.Usage("--key takes the name of an environment variable, never a key.");
        }

        return keys;
    }

    private async Task WriteAsync(string text, ParseResult arguments, CancellationToken cancellationToken)
    {
        if (arguments.GetValue(_output) is not { } output)
        {
            await _host.Console.Output.WriteAsync(text.AsMemory(), cancellationToken);
            return;
        }

        string path = _host.PathOf(output);
        if (File.Exists(path) && !arguments.GetValue(_force))
        {
            throw ToolException.Usage($"{output} already exists; add --force to replace it.");
        }

        await OutputFile.ReplaceAsync(path, (stream, token) => stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text), token).AsTask(), cancellationToken);
    }
}
