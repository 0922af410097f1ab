namespace FailScope.Demo.Turns;

/// <summary>How a turn ends.</summary>
internal enum Ending
{
    /// <summary>A model answered.</summary>
    Answered = 0,

    /// <summary>No model of the chain is left.</summary>
    Exhausted,

    /// <summary>The request is at fault: another model would refuse it as well.</summary>
    Refused,

    /// <summary>The caller gave up.</summary>
    Cancelled,

    /// <summary>A stream broke after the reader had seen a part of the answer.</summary>
    Interrupted,
}
