namespace FailScope;

/// <summary>
/// OpenRouter's "but can only afford 27342". If the number is above 0, the balance would pay for a smaller request. If it is 0, the rest
/// of the sentence says whether it is about the account's credit or the key's budget.
/// </summary>
internal static class Afford
{
    private const string Phrase = "can only afford ";

    internal static Verdict? Find(string words)
    {
        int at = words.IndexOf(Phrase, StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        ReadOnlySpan<char> number = words.AsSpan(at + Phrase.Length);
        int end = number.IndexOfAnyExcept("0123456789,");
        number = end < 0 ? number : number[..end];
        return number.IndexOfAnyInRange('1', '9') >= 0 ? new Verdict(FailureKind.RequestTooExpensive, $"phrase \"{Phrase}{number}\"") : null;
    }
}
