using System.Globalization;
using Spectre.Console;

namespace FailScope.Tool.Output;

/// <summary>Where a command reads and writes: terminals, files or pipes.</summary>
internal sealed class ToolConsole
{
    /// <summary>The width of tables in a file or pipe, unless <c>COLUMNS</c> is set.</summary>
    internal const int FileWidth = 120;

    private const int Narrowest = 60;
    private const int Widest = 200;

    internal ToolConsole(TextReader input, TextWriter output, TextWriter error, int width = FileWidth, bool hasColor = false, bool errorIsTerminal = false)
    {
        Input = input;
        Output = output;
        Error = error;
        ErrorIsTerminal = errorIsTerminal;
        Tables = Create(output, width, hasColor);
        Progress = Create(error, width, errorIsTerminal && hasColor, errorIsTerminal);
    }

    internal TextReader Input { get; }

    internal TextWriter Output { get; }

    internal TextWriter Error { get; }

    /// <summary>Whether a progress bar would be visible, and would not fill a log file.</summary>
    internal bool ErrorIsTerminal { get; }

    /// <summary>Writes tables to <see cref="Output"/>.</summary>
    internal IAnsiConsole Tables { get; }

    /// <summary>Writes progress bars to <see cref="Error"/>.</summary>
    internal IAnsiConsole Progress { get; }

    /// <summary>The console of this process.</summary>
    internal static ToolConsole OfProcess()
    {
        bool isTerminal = !Console.IsOutputRedirected;
        bool hasColor = isTerminal
            && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            && Environment.GetEnvironmentVariable("TERM") != "dumb";
        int width = int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out int columns) && columns > 0 ? columns
            : isTerminal && Console.WindowWidth > 0 ? Console.WindowWidth
            : FileWidth;
        return new ToolConsole(Console.In, Console.Out, Console.Error, width, hasColor, !Console.IsErrorRedirected);
    }

    private static IAnsiConsole Create(TextWriter writer, int width, bool hasColor, bool isInteractive = false)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = hasColor || isInteractive ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = hasColor ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isInteractive ? InteractionSupport.Detect : InteractionSupport.No,

            // The default enrichers turn colors on in CI systems, whose log is a file.
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        console.Profile.Width = Math.Clamp(width, Narrowest, Widest);
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
