namespace FailScope;

/// <summary>
/// Decides what the evidence means. The order is: clear codes and phrases; other phrases; codes and phrases that only restate a status;
/// the status. Within one level, <see cref="Verdict.Better"/> chooses. If a refusal is decided on one of the last two levels,
/// <see cref="RefusalSubject"/> decides whether it is about the key. Then the cause is narrowed: to the owner of what is used up
/// (<see cref="Allowance"/>), and to this request if a smaller one would be paid for (<see cref="Afford"/>). A refusal that blames a
/// parameter of the request is never about the key.
/// </summary>
internal static class EvidenceRules
{
    internal static Verdict Decide(ErrorEvidence evidence)
    {
        Verdict cause = Allowance.Narrow(DecideCause(evidence), evidence);
        if (Afford.FindRest(cause.Kind, evidence) is { } rest)
        {
            return new Verdict(FailureKind.RequestTooExpensive, $"{cause.Evidence} with {rest}", cause.Code);
        }

        return cause.Kind == FailureKind.AuthenticationFailed && evidence.BlamesParameter
            ? new Verdict(FailureKind.ModelUnavailable, $"{cause.Evidence} about a parameter")
            : cause;
    }

    private static Verdict DecideCause(ErrorEvidence evidence)
    {
        List<CodeVerdict>? codes = null;
        for (int i = 0; i < evidence.Codes.Count; i++)
        {
            if (CodeRules.TryRead(evidence.Codes[i], evidence, out CodeVerdict verdict))
            {
                (codes ??= []).Add(verdict);
            }
        }

        // The body of a server error may quote anything, so its sentences are not evidence. Its codes are.
        int? status = evidence.StatedStatus ?? evidence.HttpStatus;
        bool isServerFault = evidence.HttpStatus is >= 500 || (evidence.HttpStatus is null or < 300 && status is >= 500);
        List<PhraseVerdict>? phrases = isServerFault ? null : PhraseRules.Find(evidence.Texts, status);

        Verdict? restated = null;
        Verdict? named = codes is null && phrases is null ? null : DecideByWords(codes ?? [], phrases ?? [], status, out restated);
        if (named is { } cause)
        {
            return cause;
        }

        Verdict last = restated ?? StatusTable.Decide(evidence) ?? new Verdict(FailureKind.Unknown, "no known evidence");
        return last.Kind switch
        {
            FailureKind.AuthenticationFailed when !isServerFault && !evidence.IsMarkup => RefusalSubject.Decide(evidence, last),
            FailureKind.InvalidRequest when evidence.BlamesModel => new Verdict(FailureKind.ModelUnavailable, "parameter model"),
            FailureKind.InvalidRequest when RefusalSubject.IsTheSender(evidence) => new Verdict(FailureKind.ModelUnavailable, $"{last.Evidence} with words about the sender"),
            _ => last,
        };
    }

    /// <summary>The cause according to codes and phrases; null if there are only those that restate a status.</summary>
    private static Verdict? DecideByWords(List<CodeVerdict> codes, List<PhraseVerdict> phrases, int? status, out Verdict? restated)
    {
        Verdict? clear = null;
        Verdict? sentence = null;
        Verdict? weak = null;
        foreach (CodeVerdict code in codes)
        {
            if (!code.IsWeak)
            {
                clear = Verdict.Better(clear, code.Verdict);
            }
            else if (MayDecide(code.Verdict.Kind, status) && !(code.IsFinish && status is >= 400))
            {
                weak = Verdict.Better(weak, code.Verdict);
            }
        }

        foreach (PhraseVerdict phrase in phrases)
        {
            if (phrase.Weight == PhraseWeight.Clear)
            {
                clear = Verdict.Better(clear, phrase.Verdict);
            }
            else if (phrase.Weight == PhraseWeight.Plain)
            {
                sentence = Verdict.Better(sentence, phrase.Verdict);
            }
            else if (MayDecide(phrase.Verdict.Kind, status))
            {
                weak = Verdict.Better(weak, phrase.Verdict);
            }
        }

        restated = weak;
        return clear ?? sentence;
    }

    // A weak code only says "4xx" or "some limit". A more specific status takes precedence.
    private static bool MayDecide(FailureKind weakKind, int? status) => (weakKind, status) switch
    {
        (_, 402) => false,
        (FailureKind.InvalidRequest, _) => status is null or < 400 or 400 or 404 or 405 or 409 or 415 or 422,
        (FailureKind.RateLimited, _) => status is null or < 500,
        (FailureKind.AuthenticationFailed, 429) => false,
        (FailureKind.Overloaded, 401 or 403 or 404 or 410 or 429 or 451) => false,
        _ => true,
    };
}
