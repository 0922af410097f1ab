namespace FailScope.Demo.Turns;

/// <summary>How a turn ends.</summary>
internal enum Ending
{
    /// <summary>A model answered.</summary>
    Answered = 0,

    /// <summary>No model of the chain is left.</summary>
    Exhausted,

    /// <summary>The request is at fault: other models would reject it too.</summary>
    Refused,

    /// <summary>The caller cancelled.</summary>
    Cancelled,

    /// <summary>A stream failed after the caller had received part of the response.</summary>
    Interrupted,
}
