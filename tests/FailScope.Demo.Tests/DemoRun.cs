using FailScope.Demo.Output;

namespace FailScope.Demo.Tests;

/// <summary>The demo, run in this process as if from a shell.</summary>
internal sealed record DemoRun(ExitCode ExitCode, string Output, string Error)
{
    internal static Task<DemoRun> OfAsync(params string[] arguments) => OfAsync(TestContext.Current.CancellationToken, arguments);

    internal static async Task<DemoRun> OfAsync(CancellationToken cancellationToken, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        ExitCode exitCode = await Program.RunAsync(arguments, new DemoConsole(output, error), _ => null, cancellationToken);
        return new DemoRun(exitCode, output.ToString(), error.ToString());
    }
}
