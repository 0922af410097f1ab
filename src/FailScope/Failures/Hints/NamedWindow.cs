namespace FailScope;

/// <summary>
/// The length of a short window that the response names without saying when it ends: <c>free-models-per-min</c>. At most one hour; the
/// end of a longer window is determined by the rule of the failure kind.
/// </summary>
internal static class NamedWindow
{
    private static readonly (string Words, double Seconds)[] Windows =
    [
        ("per second", 1), ("per-second", 1), ("per min", 60), ("per-min", 60), ("/ min", 60), ("_minute", 60), ("per hour", 3_600), ("per-hour", 3_600), ("hourly", 3_600),
    ];

    internal static RetryHint Read(ErrorEvidence evidence)
    {
        foreach (StatedText text in evidence.Texts)
        {
            if (Find(text.Text) is { IsNone: false } hint)
            {
                return hint;
            }
        }

        foreach (StatedCode code in evidence.Codes)
        {
            if (Find(code.Text) is { IsNone: false } hint)
            {
                return hint;
            }
        }

        return default;
    }

    private static RetryHint Find(string text)
    {
        foreach ((string words, double seconds) in Windows)
        {
            if (text.Contains(words, StringComparison.OrdinalIgnoreCase))
            {
                return RetryHint.After(seconds, "its whole length assumed") with { Source = $"window \"{words.TrimStart('_')}\"" };
            }
        }

        return default;
    }
}
