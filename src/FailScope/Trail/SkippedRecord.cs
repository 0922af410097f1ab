namespace FailScope;

/// <summary>A skipped model in a <see cref="FallbackTrailRecord"/>.</summary>
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

    /// <summary>Why it was skipped. A reason that this version does not know is read as <see cref="SkipReason.Excluded"/>.</summary>
    public SkipReason Reason { get; }

    /// <summary>The text of the scope key that was retired; null unless that is the reason.</summary>
    public string? Scope { get; }

    /// <summary>The number of the attempt whose failure retired the model, starting from 1; null if the reason is not a failure of this turn.</summary>
    public int? SinceAttempt { get; }

    /// <summary>The kind of failure in the earlier turn; null unless a cool-down is the reason.</summary>
    public FailureKind? Cause { get; internal init; }

    /// <summary>The text of the scope key of the model that failed in the earlier turn; null unless a cool-down is the reason.</summary>
    public string? ReportedBy { get; internal init; }

    /// <summary>When the cool-down began; null unless a cool-down is the reason.</summary>
    public DateTimeOffset? CoolingSince { get; internal init; }

    /// <summary>When the cool-down ends; null unless a cool-down is the reason, and if only a reset ends it.</summary>
    public DateTimeOffset? CoolingUntil { get; internal init; }
}
