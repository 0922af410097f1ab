namespace FailScope;

/// <summary>An attempt in a <see cref="FallbackTrailRecord"/>.</summary>
public sealed class AttemptRecord
{
    internal AttemptRecord(string model, TimeSpan duration, FailureKind? failure)
    {
        Model = model;
        Duration = duration;
        Failure = failure;
    }

    /// <summary>The name of the model that was tried.</summary>
    public string Model { get; }

    /// <summary>How long it took, to the microsecond: see <see cref="FallbackAttempt.Duration"/>.</summary>
    public TimeSpan Duration { get; }

    /// <summary>What went wrong; null where the model answered. A kind that this version does not know reads as <see cref="FailureKind.Unknown"/>.</summary>
    public FailureKind? Failure { get; }
}
