namespace FailScope;

/// <summary>
/// OpenRouter's "but can only afford 27342". Above 0 the balance would pay for a smaller request. With 0 it pays for none, and the rest
/// of the sentence tells whether the account's credit or the key's budget is meant.
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
