namespace FailScope;

/// <summary>A model that was passed over, in a <see cref="FallbackTrailRecord"/>.</summary>
public sealed class SkippedRecord
{
    internal SkippedRecord(string model, SkipReason reason, string? scope, int? sinceAttempt)
    {
        Model = model;
        Reason = reason;
        Scope = scope;
        SinceAttempt = sinceAttempt;
    }

    /// <summary>The name of the model.</summary>
    public string Model { get; }

    /// <summary>Why it was passed over. A reason that this version does not know reads as <see cref="SkipReason.Excluded"/>.</summary>
    public SkipReason Reason { get; }

    /// <summary>The value of the scope key that was retired; null unless that is the reason.</summary>
    public string? Scope { get; }

    /// <summary>The number of the attempt whose failure retired the model, from 1; null where no failure did.</summary>
    public int? SinceAttempt { get; }

    /// <summary>What went wrong in the earlier turn that keeps the model out; null unless that is the reason.</summary>
    public FailureKind? Cause { get; internal init; }

    /// <summary>The value of the scope key of the model that failed in the earlier turn; null unless that is the reason.</summary>
    public string? ReportedBy { get; internal init; }

    /// <summary>Since when the model is kept out; null unless an earlier turn is the reason.</summary>
    public DateTimeOffset? CoolingSince { get; internal init; }

    /// <summary>Until when the model is kept out; null where an earlier turn is not the reason, and where it is kept out until somebody resets it.</summary>
    public DateTimeOffset? CoolingUntil { get; internal init; }
}
