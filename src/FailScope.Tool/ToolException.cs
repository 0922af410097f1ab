namespace FailScope.Tool;

/// <summary>The tool cannot continue. The message says what is wrong and what to do; it contains no secret.</summary>
internal sealed class ToolException(ExitCode exitCode, string message) : Exception(message)
{
    internal ExitCode ExitCode => exitCode;

    internal static ToolException Usage(string message) => new(ExitCode.Usage, message);

    internal static ToolException Unreadable(string message) => new(ExitCode.Unreadable, message);
}
