namespace FailScope;

/// <summary>Understands failed calls.</summary>
public static class FailureClassifier
{
    /// <summary>The longest wait that is believed: 24 hours. A longer hint is cut to it.</summary>
    public static TimeSpan LongestHint => TimeSpan.FromHours(24);

    /// <summary>Understands an exception.</summary>
    public static Failure Classify(Exception exception, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>Understands the parts of an answer.</summary>
    public static Failure Classify(ProviderError error) => throw new NotImplementedException();
}
