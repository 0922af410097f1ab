namespace FailScope.Tool;

/// <summary>The exit codes of the tool.</summary>
internal enum ExitCode
{
    /// <summary>The command succeeded, and there is nothing to report.</summary>
    Success = 0,

    /// <summary>The command succeeded, but there is something to look at: findings, or an error that was not recognized.</summary>
    Findings = 1,

    /// <summary>The arguments are invalid.</summary>
    Usage = 2,

    /// <summary>A file, a project or an address could not be read, or a file could not be written.</summary>
    Unreadable = 3,

    /// <summary>Ctrl+C: 128 plus the number of the signal, as in shells.</summary>
    Interrupted = 130,
}
