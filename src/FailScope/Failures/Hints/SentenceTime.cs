using System.Globalization;

namespace FailScope;

/// <summary>Reads from a sentence when to try again: <c>try again in 16.24s</c>, <c>regain access on 2026-10-01 at 00:00 UTC</c>.</summary>
internal static class SentenceTime
{
    private static readonly string[] WaitMarkers =
    [
        "try again in ", "try again after ", "retry in ", "retry after ", "retry your request in ", "please wait ", "available in ", "reset in ",
        "resets in ", "reset after ", "请在",
    ];

    private static readonly string[] DateMarkers =
    [
        "regain access on ", "regain access at ", "reset at ", "resets at ", "reset on ", "resets on ", "will reset at ", "try again at ", "try again after ",
        "retry after ", "available at ", "until ", "将在 ", "将在",
    ];

    internal static RetryHint Read(string text, DateTimeOffset now)
    {
        foreach (string marker in WaitMarkers)
        {
            int at = text.IndexOf(marker, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && RetryHint.After(WaitText.ReadStart(text.AsSpan(at + marker.Length))) is { IsNone: false } wait)
            {
                return wait;
            }
        }

        foreach (string marker in DateMarkers)
        {
            int at = text.IndexOf(marker, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && TryReadDate(text.AsSpan(at + marker.Length), isChina: marker[0] == '将', out DateTimeOffset instant)
                && RetryHint.Until(instant, now) is { IsNone: false } until)
            {
                return until;
            }
        }

        return default;
    }

    // 2026-10-01, then perhaps "T" or "at" and a time, then perhaps a zone. UTC where none is named; China's where the sentence is Chinese.
    private static bool TryReadDate(ReadOnlySpan<char> text, bool isChina, out DateTimeOffset instant)
    {
        instant = default;
        text = text.TrimStart();
        if (text.Length < 10 || !DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
        {
            return false;
        }

        ReadOnlySpan<char> rest = text[10..].TrimStart(" T");
        rest = rest.StartsWith("at ", StringComparison.Ordinal) ? rest[3..] : rest;
        int end = rest.IndexOfAnyExcept("0123456789:");
        ReadOnlySpan<char> clock = end < 0 ? rest : rest[..end];
        TimeOnly time = default;
        if (!clock.IsEmpty && !TimeOnly.TryParseExact(clock, ["HH:mm:ss", "HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out time))
        {
            return false;
        }

        instant = new DateTimeOffset(date.ToDateTime(time), isChina ? TimeSpan.FromHours(8) : TimeSpan.Zero).ToUniversalTime();
        return true;
    }
}
