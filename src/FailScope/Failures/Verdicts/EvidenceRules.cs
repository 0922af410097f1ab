namespace FailScope;

/// <summary>
/// Decides what evidence means. In order: codes that are clear, and sentences about money; other sentences; codes that only
/// restate a status; the status. Within one level <see cref="Verdict.Best"/> chooses.
/// </summary>
internal static class EvidenceRules
{
    internal static Verdict Decide(ErrorEvidence evidence)
    {
        var codes = new List<CodeVerdict>();
        foreach (StatedCode code in evidence.Codes)
        {
            if (CodeRules.TryRead(code, evidence, out CodeVerdict verdict))
            {
                codes.Add(verdict);
            }
        }

        // A server that is failing writes what it likes: its words are not evidence, its codes are.
        int? status = evidence.StatedStatus ?? evidence.HttpStatus;
        bool isServerFault = evidence.HttpStatus is >= 500 || (evidence.HttpStatus is null or < 300 && status is >= 500);
        List<PhraseVerdict> phrases = isServerFault ? [] : PhraseTable.Find(evidence.Texts, status);

        return Verdict.Best(codes.Where(code => !code.IsWeak).Select(code => code.Verdict)
                .Concat(phrases.Where(phrase => phrase.Weight == PhraseWeight.Money).Select(phrase => phrase.Verdict)))
            ?? Verdict.Best(phrases.Where(phrase => phrase.Weight == PhraseWeight.Plain).Select(phrase => phrase.Verdict))
            ?? Verdict.Best(codes.Where(code => code.IsWeak && MayDecide(code.Verdict.Kind, status)).Select(code => code.Verdict))
            ?? StatusTable.Decide(evidence)
            ?? new Verdict(FailureKind.Unknown, "no known evidence");
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
