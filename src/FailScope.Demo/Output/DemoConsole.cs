using System.Text;
using Spectre.Console;

namespace FailScope.Demo.Output;

/// <summary>Where the demo writes: a terminal, or a file, a pipe, a CI log.</summary>
/// <param name="output">Gets the tables.</param>
/// <param name="error">Gets what went wrong with the demo itself.</param>
/// <param name="isTerminal">Whether somebody looks at <paramref name="output"/> through a terminal, which knows colours.</param>
/// <param name="terminalWidth">The columns of the terminal.</param>
internal sealed class DemoConsole(TextWriter output, TextWriter error, bool isTerminal = false, int terminalWidth = DemoConsole.WidestTable)
{
    /// <summary>What tables are made for; a wider terminal makes them no better.</summary>
    internal const int WidestTable = 108;

    private const int NarrowestTable = 72;

    internal TextWriter Output => output;

    internal TextWriter Error => error;

    /// <summary>The tables' side of <see cref="Output"/>. Without a terminal: no colours, and one width wherever it runs.</summary>
    internal IAnsiConsole Tables { get; } = CreateTables(output, isTerminal, terminalWidth);

    /// <summary>The console of this process.</summary>
    internal static DemoConsole OfProcess()
    {
        if (OperatingSystem.IsWindows())
        {
            Console.OutputEncoding = Encoding.UTF8; // Borders and arrows, whatever the code page.
        }

        bool isTerminal = !Console.IsOutputRedirected;
        return new DemoConsole(Console.Out, Console.Error, isTerminal, isTerminal ? Console.WindowWidth : WidestTable);
    }

    private static IAnsiConsole CreateTables(TextWriter output, bool isTerminal, int terminalWidth)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,

            // They switch colours on where they recognise a CI system, although its log is a file.
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        console.Profile.Width = Math.Clamp(terminalWidth, NarrowestTable, WidestTable);
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
