namespace FailScope;

/// <summary>Whether a refusal for lack of credit leaves enough for a smaller request.</summary>
internal static class Afford
{
    private const string CanAfford = "can only afford ";

    private static readonly Phrase Advice = new("(reduce|lower|decrease) * (max_tokens|max tokens|output tokens|output limit)");

    /// <summary>Whether the response advises a smaller request, and so says that one would be paid for.</summary>
    internal static bool AdvisesLess(ErrorEvidence evidence) => evidence.Texts.Any(text => Advice.Find(Phrase.Normalize(text.Text)) is not null);

    /// <summary>
    /// OpenRouter's "but can only afford 27342". If the number is above 0, the balance would pay for a smaller request. If it is 0, the
    /// rest of the sentence says whether it is about the account's credit or the key's budget.
    /// </summary>
    internal static Verdict? Find(string words)
    {
        int at = words.IndexOf(CanAfford, StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        ReadOnlySpan<char> number = words.AsSpan(at + CanAfford.Length);
        int end = number.IndexOfAnyExcept("0123456789,");
        number = end < 0 ? number : number[..end];
        return number.IndexOfAnyInRange('1', '9') >= 0 ? new Verdict(FailureKind.RequestTooExpensive, $"phrase \"{CanAfford}{number}\"") : null;
    }
}
