using System.CommandLine;
using FailScope.Tool.Assemblies;
using FailScope.Tool.Explaining;

namespace FailScope.Tool.Commands;

/// <summary><c>failscope explain</c>: classifies an error and shows what it retires.</summary>
internal sealed class ExplainCommand
{
    private const int LargestError = 8 * 1024 * 1024;

    private static readonly string[] Examples =
    [
        "curl -si https://openrouter.ai/api/v1/chat/completions -d @request.json | failscope explain",
        "failscope explain error.txt --catalog bin/Debug/net10.0/Shop.dll --chain Chat",
        "failscope explain body.json --status 429 --header 'Retry-After: 20' --format json",
        "failscope explain error.txt --catalog src/Shop/Shop.csproj --model LlamaFree",
    ];

    private readonly Argument<string?> _file = new("file") { Arity = ArgumentArity.ZeroOrOne, Description = "A whole HTTP response (as 'curl -i' or 'curl -v' prints it), JSON with status, headers and body, or only the body. Standard input by default, and for '-'." };
    private readonly Option<int?> _status = new("--status") { HelpName = "number", Description = "The HTTP status, if the file does not contain it." };
    private readonly Option<string[]> _headers = new("--header") { HelpName = "'name: value'", Description = "A header of the response; can be given several times." };
    private readonly Option<string?> _catalog = new("--catalog") { HelpName = "path", Description = "A built assembly, or a project, whose chains are shown. A project is built first; an assembly is read without running it." };
    private readonly Option<string?> _chain = new("--chain") { HelpName = "name", Description = "The only chain to show; all chains with the model by default." };
    private readonly Option<string?> _model = new("--model") { HelpName = "name", Description = "The model that failed, by its property or its id. The first of each chain by default." };
    private readonly Option<string> _format = new("--format") { Description = "The format of the output.", DefaultValueFactory = _ => "table" };
    private readonly ToolHost _host;

    private ExplainCommand(ToolHost host)
    {
        _host = host;
        _format.AcceptOnlyFromAmong("table", "json");
    }

    internal static (Command Command, string[] Examples) Create(ToolHost host)
    {
        var arguments = new ExplainCommand(host);
        var command = new Command("explain", "Reads a raw provider error, and prints its kind, the evidence for it, and its effect on a chain. Secrets are removed.");
        command.Arguments.Add(arguments._file);
        foreach (Option option in new Option[] { arguments._status, arguments._headers, arguments._catalog, arguments._chain, arguments._model, arguments._format })
        {
            command.Options.Add(option);
        }

        command.SetAction(arguments.RunAsync);
        return (command, Examples);
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        if (arguments.GetValue(_catalog) is null && (arguments.GetValue(_chain) ?? arguments.GetValue(_model)) is not null)
        {
            throw ToolException.Usage("--chain and --model need a catalog: add --catalog.");
        }

        RawError raw = RawError.Parse(await ReadAsync(arguments.GetValue(_file), cancellationToken));
        Failure failure = FailureClassifier.Classify(new ProviderError
        {
            StatusCode = arguments.GetValue(_status) ?? raw.StatusCode,
            Headers = [.. raw.Headers, .. (arguments.GetValue(_headers) ?? []).Select(ReadHeader)],
            Body = raw.Body,
        });
        FailureRule rule = FailureTable.RuleOf(failure.Kind);
        var explanation = new Explanation(failure, rule, [.. await ChainsAsync(arguments, failure.Kind, cancellationToken)]);
        if (arguments.GetValue(_format) == "json")
        {
            using var json = new MemoryStream();
            ExplanationReport.WriteJson(explanation, json);
            _host.Console.Output.WriteLine(System.Text.Encoding.UTF8.GetString(json.ToArray()));
        }
        else
        {
            ExplanationReport.Print(explanation, _host.Console.Tables);
        }

        return (int)(failure.Kind == FailureKind.Unknown ? ExitCode.Findings : ExitCode.Success);
    }

    private async Task<string> ReadAsync(string? file, CancellationToken cancellationToken)
    {
        if (file is not (null or "-"))
        {
            return InputFile.ReadText(_host.PathOf(file), LargestError);
        }

        char[] buffer = new char[LargestError];

        // Reading from a terminal cannot be cancelled. When interrupted, the pending read is abandoned.
        int length = await Task.Run(() => _host.Console.Input.ReadBlock(buffer), cancellationToken).WaitAsync(cancellationToken);
        return length < buffer.Length ? new string(buffer, 0, length) : throw ToolException.Unreadable($"standard input is longer than {LargestError / (1024 * 1024)} MB.");
    }

    private static KeyValuePair<string, string> ReadHeader(string text)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 ? new(text[..colon].Trim(), text[(colon + 1)..].Trim())
            : throw ToolException.Usage("--header takes a name and a value: --header 'Retry-After: 20'.");
    }

    private async Task<IEnumerable<ChainExplanation>> ChainsAsync(ParseResult arguments, FailureKind kind, CancellationToken cancellationToken)
    {
        if (arguments.GetValue(_catalog) is not { } path)
        {
            return [];
        }

        CatalogSource source = await CatalogSource.FindAsync(path, _host, new ProjectBuildOptions(), cancellationToken);
        FallbackChain[] chains = [.. source.Load(cancellationToken).SelectMany(catalog => catalog.Chains)];
        if (arguments.GetValue(_chain) is { } name)
        {
            FallbackChain[] named = Array.FindAll(chains, chain => string.Equals(chain.Name, name, StringComparison.OrdinalIgnoreCase));
            chains = named.Length > 0 ? named : throw ToolException.Usage(Unknown("chain", name, chains.Select(chain => chain.Name)));
        }

        if (arguments.GetValue(_model) is not { } failed)
        {
            return chains.Select(chain => new ChainExplanation(chain, chain.Models[0], kind));
        }

        ChainExplanation[] found =
        [
            .. from chain in chains
               let model = chain.Models.FirstOrDefault(model => model.Name == failed || model.Id == failed)
               where model is not null
               select new ChainExplanation(chain, model, kind),
        ];
        return found.Length > 0 ? found : throw ToolException.Usage(Unknown("model", failed, chains.SelectMany(chain => chain.Models).Select(model => model.Name)));
    }

    private static string Unknown(string thing, string name, IEnumerable<string> known)
    {
        string[] names = [.. known.Distinct()];
        string? nearest = NearestName.Find(name, names);
        return $"there is no {thing} '{name}'. {(nearest is null ? $"There are: {string.Join(", ", names)}." : $"Did you mean '{nearest}'?")}";
    }
}
