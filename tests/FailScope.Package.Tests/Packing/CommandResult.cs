namespace FailScope.Package.Tests.Packing;

/// <summary>How a command ended and what it printed, errors among the output.</summary>
internal sealed record CommandResult(string CommandLine, int ExitCode, string Output)
{
    /// <summary>The result itself; fails with everything the command printed unless it ended with 0.</summary>
    internal CommandResult Succeeded()
    {
        Assert.True(ExitCode == 0, $"{CommandLine}{Environment.NewLine}ended with {ExitCode}:{Environment.NewLine}{Output}");
        return this;
    }

    /// <summary>The lines printed, without empty ones.</summary>
    internal string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
