using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace FailScope.Tool.Commands;

/// <summary>The whole command line.</summary>
internal static class FailScopeCommand
{
    private const string Description = "Model catalogs for FailScope: writes them, checks them, keeps their price lists up to date, and explains provider errors.";

    private static readonly string[] RootExamples =
    [
        "failscope new --from openrouter.json --models 'anthropic/*,*:free' > Models.cs",
        "failscope check src/Shop/Shop.csproj --prices prices/openrouter.json --format markdown",
        "failscope update prices/openrouter.json --catalog src/Shop/Shop.csproj",
        "curl -si https://openrouter.ai/api/v1/chat/completions | failscope explain",
    ];

    internal static async Task<ExitCode> RunAsync(IReadOnlyList<string> args, ToolHost host, CancellationToken cancellationToken)
    {
        RootCommand root = Create(host);
        ParseResult result = root.Parse(args);
        if (result.Errors.Count > 0)
        {
            WriteErrors(result, host);
            return ExitCode.Usage;
        }

        var configuration = new InvocationConfiguration
        {
            Output = host.Console.Output,
            Error = host.Console.Error,
            EnableDefaultExceptionHandler = false,

            // Program handles Ctrl+C itself, so that a test can cancel in the same way.
            ProcessTerminationTimeout = null,
        };
        return (ExitCode)await result.InvokeAsync(configuration, cancellationToken);
    }

    private static RootCommand Create(ToolHost host)
    {
        var root = new RootCommand(Description);
        var examples = new Dictionary<Command, string[]> { [root] = RootExamples };
        foreach ((Command command, string[] texts) in new[] { NewCommand.Create(host), CheckCommand.Create(host), UpdateCommand.Create(host), ExplainCommand.Create(host) })
        {
            root.Subcommands.Add(command);
            examples.Add(command, texts);
        }

        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!, examples);
        root.SetAction(result => help.Action is SynchronousCommandLineAction action ? action.Invoke(result) : 0);
        return root;
    }

    private static void WriteErrors(ParseResult result, ToolHost host)
    {
        foreach (string message in result.Errors.Select(error => error.Message).Distinct())
        {
            host.Console.Error.WriteLine($"failscope: {SafeText.Make(message, 300)}{DidYouMean(result, message)}");
        }

        string command = result.CommandResult.Command is RootCommand ? "" : $" {result.CommandResult.Command.Name}";
        host.Console.Error.WriteLine($"Run 'failscope{command} --help' for the commands and options.");
    }

    private static string DidYouMean(ParseResult result, string message)
    {
        Command command = result.CommandResult.Command;
        IEnumerable<string> known = result.RootCommandResult.Command.Subcommands.Select(sub => sub.Name).Concat(command.Options.Select(option => option.Name));
        string? token = result.UnmatchedTokens.FirstOrDefault(token => message.Contains($"'{token}'", StringComparison.Ordinal));
        string? nearest = token is null ? null : NearestName.Find(token, known);
        return nearest is null ? "" : $" Did you mean '{nearest}'?";
    }

    /// <summary>The help of System.CommandLine, followed by examples and exit codes.</summary>
    private sealed class HelpWithExamples(HelpAction help, Dictionary<Command, string[]> examples) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            int result = help.Invoke(parseResult);
            TextWriter output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (string example in examples[parseResult.CommandResult.Command])
            {
                output.WriteLine($"  {example}");
            }

            output.WriteLine();
            output.WriteLine(ExitCodes);
            return result;
        }

        private const string ExitCodes = """
            Exit codes:
              0    done, and nothing to report
              1    done, with results to look at: findings of 'check', or an error that 'explain' does not recognize
              2    invalid arguments
              3    a file, a project or an address could not be read, or a file could not be written
              130  interrupted
            """;
    }
}
