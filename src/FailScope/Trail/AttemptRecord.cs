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

    /// <summary>How long it took, in microseconds precision: see <see cref="FallbackAttempt.Duration"/>.</summary>
    public TimeSpan Duration { get; }

    /// <summary>The kind of failure; null if the model answered. A kind that this version does not know is read as <see cref="FailureKind.Unknown"/>.</summary>
    public FailureKind? Failure { get; }
}
