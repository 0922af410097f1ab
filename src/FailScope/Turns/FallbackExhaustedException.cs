namespace FailScope;

/// <summary>No model of a chain answered. Lists every attempt and every model that was passed over.</summary>
/// <remarks>The inner exception is that of the last attempt; those of the others are in <see cref="Trail"/>.</remarks>
public sealed class FallbackExhaustedException : Exception
{
    // A message is read in a log line; the whole story of a chain of a thousand is in the trail.
    private const int MostListed = 20;

    private string? _message;

    internal FallbackExhaustedException(FallbackTrail trail)
        : base(null, trail.Attempts is [.., { Exception: { } last }] ? last : null)
    {
        Trail = trail;
    }

    /// <summary>What was tried, what was passed over, and why.</summary>
    public FallbackTrail Trail { get; }

    /// <inheritdoc cref="FallbackTrail.IsBilling"/>
    public bool IsBilling => Trail.IsBilling;

    /// <summary>
    /// When the first of the models that are cooling down recovers, for a <c>Retry-After</c> header. Null where that is not known: no
    /// cool-downs are kept, a model can be tried again at once, or only a reset ends the cool-downs. An instant that has just
    /// passed means that another request is finding out.
    /// </summary>
    public DateTimeOffset? RetryAt { get; internal init; }

    /// <summary>The cause in one line, then a line for each model that was tried or passed over. Contains no secret.</summary>
    public override string Message => _message ??= Trail.Tell(Trail.Cause(), MostListed);

    /// <summary>The message and the stack traces, also of the inner exception, with what may be a secret in its words replaced.</summary>
    public override string ToString()
    {
        string inner = InnerException is { } cause
            ? $"\n ---> {cause.GetType()}: {SafeText.Make(cause.Message, 500)}\n{cause.StackTrace}\n   --- End of inner exception stack trace ---"
            : "";
        return $"{GetType()}: {Message}{inner}\n{StackTrace}";
    }
}
