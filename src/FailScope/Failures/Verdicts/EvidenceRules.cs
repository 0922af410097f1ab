namespace FailScope;

/// <summary>
/// Decides what evidence means. In order: codes that are clear, and sentences about money; other sentences; codes that only
/// restate a status; the status. Within one level <see cref="Verdict.Better"/> chooses.
/// </summary>
internal static class EvidenceRules
{
    internal static Verdict Decide(ErrorEvidence evidence)
    {
        List<CodeVerdict>? codes = null;
        for (int i = 0; i < evidence.Codes.Count; i++)
        {
            if (CodeRules.TryRead(evidence.Codes[i], evidence, out CodeVerdict verdict))
            {
                (codes ??= []).Add(verdict);
            }
        }

        // A server that is failing writes what it likes: its words are not evidence, its codes are.
        int? status = evidence.StatedStatus ?? evidence.HttpStatus;
        bool isServerFault = evidence.HttpStatus is >= 500 || (evidence.HttpStatus is null or < 300 && status is >= 500);
        List<PhraseVerdict>? phrases = isServerFault ? null : PhraseTable.Find(evidence.Texts, status);

        return (codes is null && phrases is null ? null : DecideByWords(codes ?? [], phrases ?? [], status))
            ?? StatusTable.Decide(evidence)
            ?? new Verdict(FailureKind.Unknown, "no known evidence");
    }

    private static Verdict? DecideByWords(List<CodeVerdict> codes, List<PhraseVerdict> phrases, int? status)
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
            else if (MayDecide(code.Verdict.Kind, status))
            {
                weak = Verdict.Better(weak, code.Verdict);
            }
        }

        foreach (PhraseVerdict phrase in phrases)
        {
            if (phrase.Weight == PhraseWeight.Money)
            {
                clear = Verdict.Better(clear, phrase.Verdict);
            }
            else
            {
                sentence = Verdict.Better(sentence, phrase.Verdict);
            }
        }

        return clear ?? sentence ?? weak;
    }

    // A weak code says "4xx" or "some limit": a status that tells more counts before it.
    private static bool MayDecide(FailureKind weakKind, int? status) => (weakKind, status) switch
    {
        (_, 402) => false,
        (FailureKind.InvalidRequest, _) => status is null or < 400 or 400 or 404 or 405 or 409 or 415 or 422,
        (FailureKind.RateLimited, _) => status is null or < 500,
        (FailureKind.Overloaded, 401 or 403 or 404 or 429) => false,
        _ => true,
    };
}
