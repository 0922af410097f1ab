namespace FailScope;

/// <summary>
/// OpenRouter's "but can only afford 27342": the one number in a text that counts. Above 0 the balance would pay for a smaller
/// request; 0 says that it pays for none, and the rest of the sentence whose balance it is.
/// </summary>
internal static class Afford
{
    private const string Phrase = "can only afford ";

    internal static void Find(string words, bool isUpstream, List<PhraseVerdict> found)
    {
        int at = words.IndexOf(Phrase, StringComparison.Ordinal);
        if (at < 0 || isUpstream)
        {
            return;
        }

        ReadOnlySpan<char> number = words.AsSpan(at + Phrase.Length);
        int digits = number.IndexOfAnyExceptInRange('0', '9');
        number = digits < 0 ? number : number[..digits];
        if (number.IndexOfAnyInRange('1', '9') >= 0)
        {
            found.Add(new PhraseVerdict(new Verdict(FailureKind.RequestTooExpensive, $"phrase \"{Phrase}{number}\""), IsMoney: true));
        }
    }
}
