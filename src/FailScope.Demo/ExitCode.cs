namespace FailScope.Demo;

/// <summary>What the demo tells the shell.</summary>
internal enum ExitCode
{
    /// <summary>Everything ended as it had to.</summary>
    Success = 0,

    /// <summary>A scenario ended otherwise, or no real model answered.</summary>
    Failure = 1,

    /// <summary>The arguments were not understood.</summary>
    Usage = 2,

    /// <summary>Ctrl+C: 128 and the number of the signal, as shells count.</summary>
    Interrupted = 130,
}
