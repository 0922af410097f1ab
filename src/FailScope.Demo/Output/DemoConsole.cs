using System.Text;
using Spectre.Console;

namespace FailScope.Demo.Output;

/// <summary>The output of the demo: a terminal, a file, a pipe or a CI log.</summary>
/// <param name="output">Receives the tables.</param>
/// <param name="error">Receives errors of the demo itself.</param>
/// <param name="isTerminal">Whether <paramref name="output"/> is a terminal, which supports colors.</param>
/// <param name="terminalWidth">The columns of the terminal.</param>
internal sealed class DemoConsole(TextWriter output, TextWriter error, bool isTerminal = false, int terminalWidth = DemoConsole.WidestTable)
{
    /// <summary>The maximum width of tables. They do not get better on a wider terminal.</summary>
    internal const int WidestTable = 108;

    private const int NarrowestTable = 72;

    internal TextWriter Output => output;

    internal TextWriter Error => error;

    /// <summary>Writes tables to <see cref="Output"/>. Without a terminal, there are no colors, and the width is always the same.</summary>
    internal IAnsiConsole Tables { get; } = CreateTables(output, isTerminal, terminalWidth);

    /// <summary>The console of this process.</summary>
    internal static DemoConsole OfProcess()
    {
        if (OperatingSystem.IsWindows())
        {
            Console.OutputEncoding = Encoding.UTF8; // For borders and arrows, whatever the code page.
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

            // The default enrichers turn colors on in CI systems, whose log is a file.
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        console.Profile.Width = Math.Clamp(terminalWidth, NarrowestTable, WidestTable);
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
