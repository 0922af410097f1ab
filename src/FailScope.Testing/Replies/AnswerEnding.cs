namespace FailScope.Testing;

/// <summary>How an answer ends.</summary>
internal enum AnswerEnding
{
    /// <summary>The answer is complete.</summary>
    Complete = 0,

    /// <summary>The response ends cleanly, but without a finish reason and without the end mark of a stream.</summary>
    Unfinished,

    /// <summary>The connection is closed in the middle of the answer.</summary>
    Closed,

    /// <summary>The connection is reset in the middle of the answer.</summary>
    Reset,

    /// <summary>No more data is sent, and the connection stays open.</summary>
    Stalled,

    /// <summary>The response ends cleanly, in the middle of its JSON.</summary>
    Truncated,

    /// <summary>An error is sent instead of the rest, with status 200.</summary>
    Failed,
}
