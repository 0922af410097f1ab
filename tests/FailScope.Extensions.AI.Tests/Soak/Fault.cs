namespace FailScope.Extensions.AI.Tests.Soak;

/// <summary>What becomes of a call. The first two are answers.</summary>
internal enum Fault
{
    /// <summary>An answer.</summary>
    None = 0,

    /// <summary>An answer, piece by piece, with a pause after each.</summary>
    SlowBytes,

    /// <summary>The connection is reset before a byte of the answer.</summary>
    ResetBeforeHead,

    /// <summary>The connection is closed in good order before a byte of the answer.</summary>
    ClosedBeforeHead,

    /// <summary>The connection is reset after the head, or after some pieces.</summary>
    ResetAfterHead,

    /// <summary>The connection is closed before the body is whole.</summary>
    CutBody,

    /// <summary>The body ends, as HTTP has it in good order, in the middle of the answer.</summary>
    CutAnswer,

    /// <summary>A body, or an event, that is no JSON.</summary>
    Malformed,

    /// <summary>An error of a provider, with its status.</summary>
    ErrorStatus,

    /// <summary>An error of a provider in a 200, or in the middle of a stream.</summary>
    ErrorIn200,

    /// <summary>Nothing comes until the caller gives up.</summary>
    Hang,

    /// <summary>Nothing more comes after the head, or after some pieces, until the caller gives up.</summary>
    Stall,
}
