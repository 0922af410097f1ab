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
        bool isServerFault = (evidence.HttpStatus ?? evidence.StatedStatus) is >= 500
            || (evidence.HttpStatus is >= 200 and < 300 && evidence.StatedStatus is >= 500);
        List<PhraseVerdict> phrases = isServerFault ? [] : PhraseTable.Find(evidence.Texts);

        return Verdict.Best(codes.Where(code => !code.IsWeak).Select(code => code.Verdict)
                .Concat(phrases.Where(phrase => phrase.IsMoney).Select(phrase => phrase.Verdict)))
            ?? Verdict.Best(phrases.Where(phrase => !phrase.IsMoney).Select(phrase => phrase.Verdict))
            ?? Verdict.Best(codes.Where(code => code.IsWeak && MayDecide(code, evidence)).Select(code => code.Verdict))
            ?? StatusTable.Decide(evidence)
            ?? new Verdict(FailureKind.Unknown, "no known evidence");
    }

    // "invalid_request_error" says 4xx and no more: a more telling status counts before it.
    private static bool MayDecide(CodeVerdict code, ErrorEvidence evidence) =>
        code.Verdict.Kind != FailureKind.InvalidRequest
        || (evidence.StatedStatus ?? evidence.HttpStatus) is null or < 400 or 400 or 404 or 405 or 409 or 415 or 422;
}
