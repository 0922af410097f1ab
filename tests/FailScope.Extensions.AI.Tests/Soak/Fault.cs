namespace FailScope.Extensions.AI.Tests.Soak;

/// <summary>What happens to a call. The first two are responses.</summary>
internal enum Fault
{
    /// <summary>A normal response.</summary>
    None = 0,

    /// <summary>A response in pieces, with a pause after each.</summary>
    SlowBytes,

    /// <summary>The connection is reset before any byte of the response.</summary>
    ResetBeforeHead,

    /// <summary>The connection is closed cleanly before any byte of the response.</summary>
    ClosedBeforeHead,

    /// <summary>The connection is reset after the headers, or after some pieces.</summary>
    ResetAfterHead,

    /// <summary>The connection is closed before the body is complete.</summary>
    CutBody,

    /// <summary>The body ends correctly for HTTP, but in the middle of the response.</summary>
    CutAnswer,

    /// <summary>A body or an event that is not valid JSON.</summary>
    Malformed,

    /// <summary>An error of a provider, with its status.</summary>
    ErrorStatus,

    /// <summary>An error of a provider with status 200, or in the middle of a stream.</summary>
    ErrorIn200,

    /// <summary>Nothing is sent until the caller gives up.</summary>
    Hang,

    /// <summary>Nothing more is sent after the headers, or after some pieces, until the caller gives up.</summary>
    Stall,
}
