using System.Globalization;

namespace FailScope;

/// <summary>
/// Reads a time zone at the start of a text: <c>Z</c>, <c>UTC</c>, <c>GMT-3</c>, <c>+0800</c>, <c>+08:00</c>, <c>(America/New_York)</c>. The
/// abbreviations of other zones are ambiguous and are ignored.
/// </summary>
internal static class ZoneText
{
    private const int MaxName = 40;

    /// <summary>The offset from UTC; null if the text does not start with a zone.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The time for which the offset is needed, because a named zone may have daylight saving time.</param>
    internal static TimeSpan? Read(ReadOnlySpan<char> text, DateTime at)
    {
        text = text.TrimStart(" (");
        if (TryFindNamed(text, out TimeZoneInfo? zone))
        {
            return zone.GetUtcOffset(at);
        }

        bool isNamed = text.StartsWith("UTC", StringComparison.OrdinalIgnoreCase) || text.StartsWith("GMT", StringComparison.OrdinalIgnoreCase);
        bool isZulu = !isNamed && text is ['Z' or 'z', ..] && (text.Length == 1 || !char.IsAsciiLetter(text[1]));
        text = isNamed ? text[3..] : text;
        return text is ['+' or '-', ..] ? ReadOffset(text) : isNamed || isZulu ? TimeSpan.Zero : null;
    }

    // "America/New_York". On some systems the name becomes a file path, so no other characters are allowed.
    private static bool TryFindNamed(ReadOnlySpan<char> text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out TimeZoneInfo? zone)
    {
        int end = 0;
        while (end < text.Length && (char.IsAsciiLetter(text[end]) || text[end] is '/' or '_' or '-'))
        {
            end++;
        }

        zone = null;
        ReadOnlySpan<char> name = text[..end];
        return name.Length <= MaxName && name.IndexOf('/') > 0 && TimeZoneInfo.TryFindSystemTimeZoneById(name.ToString(), out zone);
    }

    private static TimeSpan? ReadOffset(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> digits = text[1..];
        int end = digits.IndexOfAnyExcept("0123456789:");
        digits = end < 0 ? digits : digits[..end];
        int minutes = 0;
        bool isOffset = digits.Length switch
        {
            1 or 2 => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out minutes) && (minutes *= 60) >= 0,
            4 => TryReadHoursMinutes(digits[..2], digits[2..], out minutes),
            5 when digits[2] == ':' => TryReadHoursMinutes(digits[..2], digits[3..], out minutes),
            _ => false,
        };
        return isOffset && minutes <= 14 * 60 ? TimeSpan.FromMinutes(text[0] == '-' ? -minutes : minutes) : null;
    }

    private static bool TryReadHoursMinutes(ReadOnlySpan<char> hours, ReadOnlySpan<char> minutes, out int total)
    {
        bool isRead = int.TryParse(hours, NumberStyles.None, CultureInfo.InvariantCulture, out total)
            & int.TryParse(minutes, NumberStyles.None, CultureInfo.InvariantCulture, out int rest);
        total = (total * 60) + rest;
        return isRead;
    }
}
