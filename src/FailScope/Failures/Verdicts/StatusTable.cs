namespace FailScope;

/// <summary>What an HTTP status means if there is no other evidence.</summary>
internal static class StatusTable
{
    /// <summary>Uses the status in the body if there is one, because a proxy may have changed the HTTP status. Null if it is not a failure.</summary>
    internal static Verdict? Decide(ErrorEvidence evidence)
    {
        if ((evidence.StatedStatus ?? evidence.HttpStatus) is not { } status)
        {
            return null;
        }

        if (evidence.IsMarkup && (status is < 300 or 403 or 405 || (status == 404 && !evidence.NamesModel)))
        {
            // An API does not respond with an HTML page. A proxy, a firewall or a captive portal did, or there is no API at this address.
            return new Verdict(FailureKind.ProviderUnreachable, $"status {status} with a page for people");
        }

        if (status == 400 && evidence.IsEmpty)
        {
            // Cerebras and Mistral respond to a prompt that is too long with an empty body. Other refusals have an explanation.
            return new Verdict(FailureKind.ContextLengthExceeded, "status 400 without a body");
        }

        FailureKind? kind = KindOf(status);
        if (kind is FailureKind.AuthenticationFailed or FailureKind.CreditExhausted && evidence.IsRelayed)
        {
            kind = FailureKind.ModelUnavailable;
        }

        return kind is { } known ? new Verdict(known, $"status {status}") : null;
    }

    /// <summary>The kind for a status alone; null if the status is not a failure.</summary>
    internal static FailureKind? KindOf(int status) => status switch
    {
        >= 300 and < 400 => FailureKind.ProviderUnreachable,
        400 or 405 or 406 or 409 or 411 or 414 or 415 or 416 or 417 or 422 or 426 or 428 or 431 => FailureKind.InvalidRequest,
        401 or 403 => FailureKind.AuthenticationFailed,
        402 => FailureKind.CreditExhausted,
        404 or 410 or 451 => FailureKind.ModelUnavailable,
        407 or 511 => FailureKind.ProviderUnreachable,
        408 or 504 or 524 => FailureKind.Timeout,
        413 => FailureKind.RequestTooLarge,
        421 or 424 or 425 or 498 => FailureKind.Overloaded,
        429 => FailureKind.RateLimited,
        >= 500 => FailureKind.Overloaded,
        _ => null,
    };
}
