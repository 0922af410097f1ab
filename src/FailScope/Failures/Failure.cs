namespace FailScope;

/// <summary>A failed call, understood: what kind it is, when it may be tried again, and which evidence decided.</summary>
/// <remarks>Never contains a secret: whatever looks like a key is replaced in every text before it comes here.</remarks>
public sealed class Failure
{
    /// <summary>A failure of a kind.</summary>
    /// <param name="kind">What went wrong.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not a named value.</exception>
    public Failure(FailureKind kind)
    {
        FailureTable.ThrowIfNotDefined(kind);
        Kind = kind;
    }

    /// <summary>What went wrong.</summary>
    public FailureKind Kind { get; }

    /// <summary>Whether the turn ends here: no other model would do better, or the caller gave up.</summary>
    public bool IsTerminal => FailureTable.IsTerminal(Kind);

    /// <summary>The HTTP status; null where there was no answer.</summary>
    public int? StatusCode { get; init; }

    /// <summary>
    /// How long the provider asks to wait, by a header, a field or a sentence of its answer; positive. Cut to the longest time that is
    /// believed of the kind: a month for money, allowances and the windows of plans, a day for everything else. Null where the provider does
    /// not say.
    /// </summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>When the provider says the limit is lifted, in full, also where <see cref="RetryAfter"/> is cut. Null where it names no instant.</summary>
    public DateTimeOffset? ResetsAt { get; init; }

    /// <summary>
    /// Where <see cref="RetryAfter"/> comes from and how it was read, with the unit or zone that was stated or assumed, as
    /// <c>header retryafterms 274579000 (milliseconds)</c> or <c>sentence "reset at 2026-09-22 18:00:00" (no zone, UTC assumed)</c>. Null
    /// where the provider names no time.
    /// </summary>
    public string? RetryEvidence { get; init; }

    /// <summary>The code, type, status or reason that the provider gave; null where it gave none.</summary>
    public string? Code { get; init; }

    /// <summary>What the provider said, without secrets, shortened; null where it said nothing.</summary>
    public string? Message { get; init; }

    /// <summary>What decided the kind, as <c>code insufficient_quota</c>, <c>phrase "credit balance"</c> or <c>status 402</c>.</summary>
    public string? Evidence { get; init; }

    /// <summary>Whether the cause is money: somebody has to pay, or raise a cap.</summary>
    public bool IsBilling => FailureTable.RuleOf(Kind).IsBilling;

    /// <summary>Whether a connection was made and broke off before the answer was whole.</summary>
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
