namespace FailScope;

/// <summary>No model of a chain answered. The message lists every attempt and every model that was skipped.</summary>
/// <remarks>The inner exception is that of the last attempt. Those of the other attempts are in <see cref="Trail"/>.</remarks>
public sealed class FallbackExhaustedException : Exception
{
    // The message has to fit in a log entry. The trail has the details, even for a chain of a thousand models.
    private const int MostListed = 20;

    private string? _message;

    internal FallbackExhaustedException(FallbackTrail trail)
        : base(null, trail.Attempts is [.., { Exception: { } last }] ? last : null)
    {
        Trail = trail;
    }

    /// <summary>Which models were tried, which were skipped, and why.</summary>
    public FallbackTrail Trail { get; }

    /// <inheritdoc cref="FallbackTrail.IsBilling"/>
    public bool IsBilling => Trail.IsBilling;

    /// <summary>
    /// When the first of the cooling models recovers, for a <c>Retry-After</c> header. Null if unknown: there is no
    /// memory, a model can be tried again at once, or only a reset ends the cool-downs. A time that has just
    /// passed means that another request is probing.
    /// </summary>
    public DateTimeOffset? RetryAt { get; internal init; }

    /// <summary>The cause in one line, then one line for each model that was tried or skipped. Contains no secret.</summary>
    public override string Message => _message ??= Trail.Tell(Trail.Cause(), MostListed);

    /// <summary>The message and the stack traces, including the inner exception. Possible secrets in the text are replaced.</summary>
    public override string ToString()
    {
        string inner = InnerException is { } cause
            ? $"\n ---> {cause.GetType()}: {SafeText.Make(cause.Message, 500)}\n{cause.StackTrace}\n   --- End of inner exception stack trace ---"
            : "";
        return $"{GetType()}: {Message}{inner}\n{StackTrace}";
    }
}
