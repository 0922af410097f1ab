namespace FailScope;

/// <summary>How much a phrase counts.</summary>
internal enum PhraseWeight
{
    /// <summary>
    /// As much as a clear code. For what providers say in words beside the code of something else: an empty account beside the code of
    /// a rate limit.
    /// </summary>
    Clear,

    /// <summary>Less than a clear code, more than one that only restates a status.</summary>
    Plain,

    /// <summary>As much as a code that only restates a status.</summary>
    Weak,
}

/// <summary>One row of the table of phrases.</summary>
/// <param name="Kind">What the phrases stand for.</param>
/// <param name="Weight">How much they count.</param>
/// <param name="Phrases">The phrases.</param>
/// <param name="On">The statuses beside which they count; null for any.</param>
/// <param name="NotOn">A status beside which they mean something else; null for none.</param>
internal sealed record PhraseRow(FailureKind Kind, PhraseWeight Weight, Phrase[] Phrases, int[]? On = null, int? NotOn = null)
{
    /// <summary>A row of phrases that count as much as a clear code.</summary>
    internal static PhraseRow Clear(FailureKind kind, params string[] phrases) => new(kind, PhraseWeight.Clear, Parse(phrases));

    /// <summary>A row of phrases that count less than a clear code.</summary>
    internal static PhraseRow Plain(FailureKind kind, params string[] phrases) => new(kind, PhraseWeight.Plain, Parse(phrases));

    /// <summary>A row of phrases that count less than a clear code, and beside some statuses only.</summary>
    internal static PhraseRow Plain(FailureKind kind, int[] on, params string[] phrases) => new(kind, PhraseWeight.Plain, Parse(phrases), on);

    /// <summary>Phrases as <see cref="Phrase"/> reads them.</summary>
    internal static Phrase[] Parse(params string[] phrases) => Array.ConvertAll(phrases, phrase => new Phrase(phrase));

    internal bool CountsBeside(int? status) =>
        (On is null || (status is { } known && Array.IndexOf(On, known) >= 0)) && (NotOn is null || status != NotOn);

    /// <summary>The words of a normalized text that one of the phrases is about; null where none occurs.</summary>
    /// <param name="text">The text.</param>
    /// <param name="begins">Which of the phrases begin in the text.</param>
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
