namespace FailScope.Testing;

/// <summary>How an answer ends.</summary>
internal enum AnswerEnding
{
    /// <summary>As it should.</summary>
    Complete = 0,

    /// <summary>In good order, but without a finish reason and without the end mark of a stream.</summary>
    Unfinished,

    /// <summary>The connection is closed in the middle of the answer.</summary>
    Closed,

    /// <summary>The connection is reset in the middle of the answer.</summary>
    Reset,

    /// <summary>Nothing more comes, and the connection stays open.</summary>
    Stalled,

    /// <summary>The response ends in good order, in the middle of its JSON.</summary>
    Truncated,

    /// <summary>An error comes instead of the rest, under status 200.</summary>
    Failed,
}
