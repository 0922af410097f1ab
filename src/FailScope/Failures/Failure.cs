namespace FailScope;

/// <summary>A classified failure: its kind, when the call may be tried again, and the evidence for the kind.</summary>
/// <remarks>Never contains a secret: anything that looks like a key is replaced in every text before it is stored here.</remarks>
public sealed class Failure
{
    /// <summary>Creates a failure of the given kind.</summary>
    /// <param name="kind">What went wrong.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not a named value.</exception>
    public Failure(FailureKind kind)
    {
        FailureTable.ThrowIfNotDefined(kind);
        Kind = kind;
    }

    /// <summary>What went wrong.</summary>
    public FailureKind Kind { get; }

    /// <summary>Whether the turn ends here, either because no other model would do better or because the caller cancelled.</summary>
    public bool IsTerminal => FailureTable.IsTerminal(Kind);

    /// <summary>The HTTP status; null if there was no response.</summary>
    public int? StatusCode { get; init; }

    /// <summary>
    /// How long to wait according to the provider (a header, a field or a sentence of the response); positive. Limited by kind: at most a
    /// month for credit, quotas and the usage windows of plans, at most a day for everything else. Null if the provider does not say.
    /// </summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>When the limit ends according to the provider; not shortened, unlike <see cref="RetryAfter"/>. Null if the provider names no time.</summary>
    public DateTimeOffset? ResetsAt { get; init; }

    /// <summary>
    /// Where <see cref="RetryAfter"/> comes from and how it was read, including the unit or time zone that was stated or assumed. Examples:
    /// <c>header retryafterms 274579000 (milliseconds)</c>, <c>sentence "reset at 2026-09-22 18:00:00" (no zone, UTC assumed)</c>. Null
    /// if the provider names no time.
    /// </summary>
    public string? RetryEvidence { get; init; }

    /// <summary>The code, type, status or reason from the provider; null if there was none.</summary>
    public string? Code { get; init; }

    /// <summary>The provider's message, without secrets and shortened; null if there was none.</summary>
    public string? Message { get; init; }

    /// <summary>The evidence for the kind, for example <c>code insufficient_quota</c>, <c>phrase "credit balance"</c> or <c>status 402</c>.</summary>
    public string? Evidence { get; init; }

    /// <summary>Whether the cause is money: someone has to pay or raise a limit.</summary>
    public bool IsBilling => FailureTable.RuleOf(Kind).IsBilling;

    /// <summary>Whether a connection was made and then lost before the response was complete.</summary>
    internal bool IsBrokenConnection { get; init; }

    /// <summary>The kind, the evidence and the message in one line.</summary>
    public override string ToString() =>
        (Evidence, Message) switch
        {
            (null, null) => Kind.ToString(),
            (null, _) => $"{Kind}: {Message}",
            (_, null) => $"{Kind} ({Evidence})",
            _ => $"{Kind} ({Evidence}): {Message}",
        };
}
