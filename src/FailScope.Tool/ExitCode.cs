namespace FailScope.Tool;

/// <summary>What the tool tells the shell.</summary>
internal enum ExitCode
{
    /// <summary>Done, and nothing to report.</summary>
    Success = 0,

    /// <summary>Done, and there is something to look at: findings, or an error that nothing known fits.</summary>
    Findings = 1,

    /// <summary>The arguments were not understood.</summary>
    Usage = 2,

    /// <summary>A file, a project or an address could not be read, or a file could not be written.</summary>
    Unreadable = 3,

    /// <summary>Ctrl+C: 128 and the number of the signal, as shells count.</summary>
    Interrupted = 130,
}
