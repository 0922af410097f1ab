using System.CommandLine;
using System.Globalization;
using FailScope.Tool.Assemblies;
using FailScope.Tool.Checking;
using FailScope.Tool.Lists;

namespace FailScope.Tool.Commands;

/// <summary><c>failscope check</c>: prints chains, what remains of them after each loss, and differences from price lists.</summary>
internal sealed class CheckCommand
{
    private static readonly string[] Examples =
    [
        "failscope check src/Shop/Shop.csproj",
        "failscope check bin/Release/net10.0/Shop.dll --prices prices/openrouter.json prices/litellm.json",
        "failscope check src/Shop/Shop.csproj --format markdown >> $GITHUB_STEP_SUMMARY",
        "failscope check src/Shop/Shop.csproj --configuration Release --no-build --format sarif --output failscope.sarif --fail-on error",
    ];

    private readonly Argument<string> _target = new("target") { Description = "A project (.csproj), which is built first, or a built assembly (.dll), which is read without running it.", DefaultValueFactory = _ => "." };
    private readonly Option<string[]> _prices = new("--prices") { HelpName = "files", AllowMultipleArgumentsPerToken = true, Description = "Published price lists to compare with. If several cover a provider, the first one is used. A project's own <FailScopePrices> items come after them." };
    private readonly Option<string> _format = new("--format") { Description = "The format of the report.", DefaultValueFactory = _ => "table" };
    private readonly Option<string?> _output = new("--output", "-o") { HelpName = "file", Description = "The file for the report; standard output by default." };
    private readonly Option<string> _failOn = new("--fail-on") { Description = "The lowest level at which the exit code is 1.", DefaultValueFactory = _ => "warning" };
    private readonly Option<string?> _date = new("--date") { HelpName = "yyyy-mm-dd", Description = "The date with which expiry dates are compared; today by default." };
    private readonly Option<string?> _configuration = new("--configuration", "-c") { HelpName = "name", Description = "The build configuration of a project." };
    private readonly Option<string?> _framework = new("--framework", "-f") { HelpName = "name", Description = "The target framework of a project that has several." };
    private readonly Option<bool> _noBuild = new("--no-build") { Description = "Do not build the project; read the existing assembly." };
    private readonly Option<bool> _notes = new("--notes") { Description = "List notes too, which tables and Markdown only count." };
    private readonly ToolHost _host;

    private CheckCommand(ToolHost host)
    {
        _host = host;
        _format.AcceptOnlyFromAmong("table", "markdown", "json", "sarif");
        _failOn.AcceptOnlyFromAmong("error", "warning", "note", "never");
    }

    internal static (Command Command, string[] Examples) Create(ToolHost host)
    {
        var arguments = new CheckCommand(host);
        var command = new Command("check", "Prints the chains of a built catalog, what remains of them after each loss, and where the catalog differs from published prices.");
        command.Arguments.Add(arguments._target);
        foreach (Option option in new Option[]
        {
            arguments._prices, arguments._format, arguments._output, arguments._failOn, arguments._date, arguments._configuration, arguments._framework, arguments._noBuild, arguments._notes,
        })
        {
            command.Options.Add(option);
        }

        command.SetAction(arguments.RunAsync);
        return (command, Examples);
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        string day = ReadDay(arguments.GetValue(_date));
        CatalogSource source = await CatalogSource.FindAsync(arguments.GetValue(_target)!, _host, ReadBuildOptions(arguments), cancellationToken);
        ListInput[] lists = [.. (arguments.GetValue(_prices) ?? []).Select(file => new ListInput(_host.PathOf(file))).Concat(source.Lists).DistinctBy(list => list.Path)];
        string[] names = [.. lists.Select(list => ListFile.Read(list.Path).Name)];
        var properties = new Dictionary<string, string>(source.ListProperties) { [ListInputs.DateProperty] = day };
        IReadOnlyList<DeclaredCatalog> declared = source.Read();
        var compiler = new CatalogCompiler(declared, new ListInputs(lists, properties), cancellationToken);
        IReadOnlyList<ModelCatalog> catalogs = compiler.Load(declared, cancellationToken);
        Finding[] findings = Findings.Of(await compiler.AnalyzeAsync(cancellationToken), new SourceFinder(source.Assembly));
        await WriteAsync(new CheckResult(source.Display, catalogs, names, findings) { ShowsNotes = arguments.GetValue(_notes) }, arguments, cancellationToken);
        string failOn = arguments.GetValue(_failOn)!;
        bool fails = failOn != "never" && Array.Exists(findings, finding => finding.Level >= Enum.Parse<FindingLevel>(failOn, ignoreCase: true));
        return (int)(fails ? ExitCode.Findings : ExitCode.Success);
    }

    private ProjectBuildOptions ReadBuildOptions(ParseResult arguments) => new()
    {
        Configuration = arguments.GetValue(_configuration),
        Framework = arguments.GetValue(_framework),
        SkipsBuild = arguments.GetValue(_noBuild),
    };

    private string ReadDay(string? text) =>
        text is null ? _host.Time.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? text
        : throw ToolException.Usage($"--date takes a day as 2026-11-27, not '{SafeText.Make(text, 40)}'.");

    private async Task WriteAsync(CheckResult result, ParseResult arguments, CancellationToken cancellationToken)
    {
        string format = arguments.GetValue(_format)!;
        if (arguments.GetValue(_output) is not { } file)
        {
            CreateReport(format, _host.Console).Write(result);
            return;
        }

        var text = new StringWriter { NewLine = "\n" };
        CreateReport(format, new Output.ToolConsole(TextReader.Null, text, TextWriter.Null)).Write(result);
        byte[] bytes = System.Text.Encoding.UTF8.GetBytes(text.ToString());
        await OutputFile.ReplaceAsync(_host.PathOf(file), (stream, token) => stream.WriteAsync(bytes, token).AsTask(), cancellationToken);
    }

    private ICheckReport CreateReport(string format, Output.ToolConsole console) => format switch
    {
        "markdown" => new MarkdownReport(console.Output),
        "json" => new JsonReport(console.Output),
        "sarif" => new SarifReport(console.Output, _host.Directory),
        _ => new TableReport(console.Tables),
    };
}
