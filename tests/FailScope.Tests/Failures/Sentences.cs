namespace FailScope.Tests.Failures;

/// <summary>All sentences that the tables of the classifier match.</summary>
internal static class Sentences
{
    /// <summary>Each phrase of the given rows, with each of its beginnings and endings.</summary>
    internal static IEnumerable<string> Of(Func<PhraseRow, bool> rows)
    {
        foreach (PhraseRow row in PhraseTable.Rows.Where(rows))
        {
            foreach (Phrase phrase in row.Phrases)
            {
                foreach (string beginning in phrase.Beginnings)
                {
                    yield return phrase.Endings.Count == 0 ? $"So {beginning}" : $"So {beginning} x {phrase.Endings[0]}";
                }

                foreach (string ending in phrase.Endings.Skip(1))
                {
                    yield return $"So {phrase.Beginnings[0]} x {ending}";
                }
            }
        }
    }

    /// <summary>Each phrase of the given rows once.</summary>
    internal static IEnumerable<string> OnePerPhraseOf(Func<PhraseRow, bool> rows) =>
        from row in PhraseTable.Rows.Where(rows)
        from phrase in row.Phrases
        select phrase.Endings.Count == 0 ? $"So {phrase.Beginnings[^1]}" : $"So {phrase.Beginnings[^1]} x {phrase.Endings[^1]}";

    /// <summary>Each single word that decides what a refusal is about, in a sentence that mentions a key.</summary>
    internal static IEnumerable<string> OfWordsAboutAnythingElse() =>
        from row in RefusalSubject.Others
        from word in row.Words
        select $"Forbidden for your api key, {word.TrimEnd('*')} of your account";
}
