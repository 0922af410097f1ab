namespace FailScope;

/// <summary>What a code means, and how strong it is as evidence.</summary>
/// <param name="Verdict">The kind and the evidence in words.</param>
/// <param name="IsWeak">Whether it only restates a status, so that a sentence in the same response takes precedence.</param>
internal readonly record struct CodeVerdict(Verdict Verdict, bool IsWeak)
{
    /// <summary>Whether it is the reason why a generation ended.</summary>
    internal bool IsFinish { get; init; }
}

/// <summary>Interprets codes: numbers by their position in the body, words by the table, and other words by their parts.</summary>
internal static class CodeRules
{
    internal static bool TryRead(in StatedCode code, ErrorEvidence evidence, out CodeVerdict verdict)
    {
        if (!TryFindRow(code, out CodeRow row) || (row.NotOnClientError && (evidence.StatedStatus ?? evidence.HttpStatus) is >= 400 and < 500))
        {
            verdict = default;
            return false;
        }

        FailureKind kind = row.KindBeside(evidence.Texts);
        kind = code.IsUpstream ? Relay.Translate(kind) : kind;
        verdict = new CodeVerdict(new Verdict(kind, $"{Describe(code)} {code.Text}", code.Text), row.IsWeak) { IsFinish = FieldNames.IsFinish(code.Field) };
        return true;
    }

    private static bool TryFindRow(in StatedCode code, out CodeRow row)
    {
        if (FieldNames.IsFinish(code.Field))
        {
            return FinishTable.TryFind(code, out row);
        }

        if (NumberTable.TryFind(code, out row))
        {
            // Another provider may use the same number for something else, so it retires a key only if the sentence is not about anything else.
            row = row with { IsWeak = row.IsWeak || row.Kind == FailureKind.AuthenticationFailed };
            return true;
        }

        string reduced = FieldNames.Reduce(code.Text);
        if (CodeTable.TryFind(reduced, out row))
        {
            return true;
        }

        // "error" and some other fields contain either a code or a sentence. If it is a sentence, phrases take precedence.
        bool isFound = CodeWords.TryFind(reduced, out row);
        row = row with { IsWeak = row.IsWeak || code.Text.Contains(' ', StringComparison.Ordinal) };
        return isFound;
    }

    private static string Describe(in StatedCode code) => code.Field switch
    {
        "type" or "errortype" => "type",
        "status" => "status",
        "reason" => "reason",
        "finishreason" or "stopreason" or "nativefinishreason" or "blockreason" => "finish reason",
        "limitsource" => "limit source",
        _ => "code",
    };
}
