namespace FailScope;

/// <summary>Reads the retry time from a sentence: <c>try again in 16.24s</c>, <c>regain access on 2026-10-01 at 00:00 UTC</c>.</summary>
internal static class SentenceTime
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    private static readonly string[] WaitMarkers =
    [
        "try again in ", "try again after ", "retry in ", "retry after ", "retry your request in ", "please wait ", "available in ", "reset in ",
        "resets in ", "reset after ", "come back in ", "replenished in ", "请在",
    ];

    private static readonly string[] DateMarkers =
    [
        "regain access on ", "regain access at ", "reset at ", "resets at ", "reset on ", "resets on ", "will reset at ", "will reset on ", "try again at ", "available again at ", "try again after ",
        "retry after ", "available at ", "renews on ", "until ", "resets ", "将在 ", "将在",
    ];

    /// <summary>The first time that the sentence names.</summary>
    /// <param name="text">The sentence.</param>
    /// <param name="now">The current time.</param>
    /// <param name="assumedZone">The zone to use for a time without one; for a Chinese sentence, China's zone is used.</param>
    internal static RetryHint Read(string text, DateTimeOffset now, TimeSpan assumedZone)
    {
        foreach (string marker in WaitMarkers)
        {
            int at = text.IndexOf(marker, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && WaitText.ReadStart(text.AsSpan(at + marker.Length)) is var seconds && RetryHint.After(seconds, "a duration") is { IsNone: false } wait)
            {
                return wait with { Source = Quote(text, at) };
            }
        }

        foreach (string marker in DateMarkers)
        {
            int at = text.IndexOf(marker, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && DateText.TryRead(text.AsSpan(at + marker.Length), now, marker[0] == '将' ? China : assumedZone, out DateTimeOffset instant, out string reading)
                && RetryHint.Until(instant, now, reading) is { IsNone: false } until)
            {
                return until with { Source = Quote(text, at) };
            }
        }

        return default;
    }

    // Only the words that were read, not the rest of the sentence.
    private static string Quote(string text, int at)
    {
        const int MaxLength = 60;
        ReadOnlySpan<char> words = text.AsSpan(at, Math.Min(MaxLength, text.Length - at));
        int end = words.IndexOf(". ", StringComparison.Ordinal);
        return $"sentence \"{(end < 0 ? words : words[..end]).TrimEnd(" .")}\"";
    }
}
