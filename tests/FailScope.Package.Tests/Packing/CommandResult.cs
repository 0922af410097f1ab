namespace FailScope.Package.Tests.Packing;

/// <summary>The exit code and the output of a command, including standard error.</summary>
internal sealed record CommandResult(string CommandLine, int ExitCode, string Output)
{
    /// <summary>Returns this result. Fails with the whole output unless the exit code is 0.</summary>
    internal CommandResult Succeeded()
    {
        Assert.True(ExitCode == 0, $"{CommandLine}{Environment.NewLine}ended with {ExitCode}:{Environment.NewLine}{Output}");
        return this;
    }

    /// <summary>The lines printed, without empty ones.</summary>
    internal string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
