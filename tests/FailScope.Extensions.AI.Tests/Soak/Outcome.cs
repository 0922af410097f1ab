namespace FailScope.Extensions.AI.Tests.Soak;

/// <summary>How a turn can end.</summary>
internal enum Outcome
{
    /// <summary>With an answer.</summary>
    Answered = 0,

    /// <summary>The consumer of a stream stopped early.</summary>
    Left,

    /// <summary>No model answered.</summary>
    Exhausted,

    /// <summary>With a terminal failure.</summary>
    Terminal,

    /// <summary>A stream failed after content, and its consumer was told.</summary>
    Broken,

    /// <summary>The caller cancelled.</summary>
    Cancelled,
}
