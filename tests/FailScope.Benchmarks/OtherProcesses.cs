using System.Diagnostics;
using System.Text.Json;

namespace FailScope.Benchmarks;

/// <summary>
/// Measures in several processes. Between two processes, the same code can differ by a quarter, because the JIT compiler orders and places it
/// differently, and measuring again in the same process does not change that.
/// </summary>
internal static class OtherProcesses
{
    private const int Count = 5;

    /// <summary>What each process measured.</summary>
    /// <param name="argument">The argument for which this program measures, and prints the result with <see cref="Print"/>.</param>
    internal static IReadOnlyList<T> Run<T>(string argument) => [.. Enumerable.Range(0, Count).Select(_ => JsonSerializer.Deserialize<T>(Start(argument))!)];

    /// <summary>Prints what this process measured.</summary>
    internal static void Print<T>(T measured) => Console.WriteLine(JsonSerializer.Serialize(measured));

    /// <summary>The median.</summary>
    internal static T MedianBy<T>(IEnumerable<T> measured, Func<T, double> value) => measured.OrderBy(value).ElementAt(Count / 2);

    private static string Start(string argument)
    {
        string program = Environment.ProcessPath!;
        string[] host = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [typeof(OtherProcesses).Assembly.Location] : [];
        using Process process = Process.Start(new ProcessStartInfo(program, [.. host, argument]) { RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{argument} ended with exit code {process.ExitCode}.");
    }
}
