namespace FailScope;

/// <summary>Creates a <see cref="Failure"/> from its kind, retry hint and message, and removes secrets.</summary>
internal static class FailureFactory
{
    private const int MaxMessage = 500;
    private const int MaxCode = 100;

    /// <summary>Creates a failure from the evidence in a response.</summary>
    internal static Failure Create(ErrorEvidence evidence, TimeProvider time)
    {
        Verdict verdict = EvidenceRules.Decide(evidence);
        RetryHint hint = RetryHints.Read(evidence, verdict.Kind, time.GetUtcNow());
        return new Failure(verdict.Kind)
        {
            StatusCode = evidence.HttpStatus ?? evidence.StatedStatus,
            RetryAfter = hint.RetryAfter,
            ResetsAt = hint.ResetsAt,
            RetryEvidence = Clean(hint.Evidence, MaxMessage),
            Code = Clean(verdict.Code ?? (evidence.Codes.Count > 0 ? evidence.Codes[0].Text : null), MaxCode),
            Message = Clean(MessageOf(evidence), MaxMessage),
            Evidence = Clean(verdict.Evidence, MaxMessage),
        };
    }

    /// <summary>Creates a failure from an exception.</summary>
    internal static Failure Create(Verdict verdict, Exception exception) => new(verdict.Kind)
    {
        Code = Clean(verdict.Code, MaxCode),
        Message = Clean(exception.Message, MaxMessage),
        Evidence = Clean(verdict.Evidence, MaxMessage),
        IsBrokenConnection = verdict.IsBrokenConnection,
    };

    private static string? MessageOf(ErrorEvidence evidence)
    {
        if (evidence.Texts.Count == 0 || evidence.HasSpareTextsOnly)
        {
            return evidence.PageTitle;
        }

        // "Provider returned error" is useless without the upstream provider's message.
        string first = evidence.Texts[0].Text;
        foreach (StatedText text in evidence.Texts)
        {
            if (text.IsUpstream && !evidence.Texts[0].IsUpstream)
            {
                return $"{first}: {text.Text}";
            }
        }

        return first;
    }

    private static string? Clean(string? text, int maxLength) => text is null ? null : SafeText.Make(text, maxLength);
}
