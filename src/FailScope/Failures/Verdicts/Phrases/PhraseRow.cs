namespace FailScope;

/// <summary>How strong a phrase is as evidence.</summary>
internal enum PhraseWeight
{
    /// <summary>
    /// As strong as a clear code. For sentences that providers send together with the code of another failure, such as a sentence about an
    /// empty account with a rate limit code.
    /// </summary>
    Clear,

    /// <summary>Weaker than a clear code, stronger than a code that only restates a status.</summary>
    Plain,

    /// <summary>As weak as a code that only restates a status.</summary>
    Weak,
}

/// <summary>One row of the table of phrases.</summary>
/// <param name="Kind">The kind of failure that the phrases mean.</param>
/// <param name="Weight">How strong they are as evidence.</param>
/// <param name="Phrases">The phrases.</param>
/// <param name="On">The statuses for which the row applies; null for all.</param>
/// <param name="NotOn">A status for which the row does not apply; null for none.</param>
internal sealed record PhraseRow(FailureKind Kind, PhraseWeight Weight, Phrase[] Phrases, int[]? On = null, int? NotOn = null)
{
    /// <summary>Creates a row of phrases that are as strong as a clear code.</summary>
    internal static PhraseRow Clear(FailureKind kind, params string[] phrases) => new(kind, PhraseWeight.Clear, Parse(phrases));

    /// <summary>Creates a row of phrases that are weaker than a clear code.</summary>
    internal static PhraseRow Plain(FailureKind kind, params string[] phrases) => new(kind, PhraseWeight.Plain, Parse(phrases));

    /// <summary>Creates a row of phrases that are weaker than a clear code, and apply only to some statuses.</summary>
    internal static PhraseRow Plain(FailureKind kind, int[] on, params string[] phrases) => new(kind, PhraseWeight.Plain, Parse(phrases), on);

    /// <summary>Parses phrases, see <see cref="Phrase"/>.</summary>
    internal static Phrase[] Parse(params string[] phrases) => Array.ConvertAll(phrases, phrase => new Phrase(phrase));

    internal bool CountsBeside(int? status) =>
        (On is null || (status is { } known && Array.IndexOf(On, known) >= 0)) && (NotOn is null || status != NotOn);

    /// <summary>The part of a normalized text that matches one of the phrases; null if none occurs.</summary>
    /// <param name="text">The text.</param>
    /// <param name="begins">Which of the phrases start in the text.</param>
    internal string? Find(string text, ReadOnlySpan<bool> begins)
    {
        for (int i = 0; i < Phrases.Length; i++)
        {
            if (begins[i] && Phrases[i].Find(text) is { } words)
            {
                return words;
            }
        }

        return null;
    }
}
