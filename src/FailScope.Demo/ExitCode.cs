namespace FailScope.Demo;

/// <summary>The exit codes of the demo.</summary>
internal enum ExitCode
{
    /// <summary>Every result was as expected.</summary>
    Success = 0,

    /// <summary>A result differed from the expected one, or no real model answered.</summary>
    Failure = 1,

    /// <summary>The arguments are invalid.</summary>
    Usage = 2,

    /// <summary>Ctrl+C: 128 plus the number of the signal, as in shells.</summary>
    Interrupted = 130,
}
