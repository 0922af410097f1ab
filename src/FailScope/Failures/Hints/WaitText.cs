using System.Globalization;

namespace FailScope;

/// <summary>
/// Reads durations in the formats of Go (<c>6m0s</c>, <c>1.5s</c>, <c>250ms</c>), of sentences (<c>7 seconds</c>, <c>1 hour 30 minutes</c>) and
/// of .NET (<c>22.14:18:12</c>, twenty-two days and some hours).
/// </summary>
internal static class WaitText
{
    private static readonly (string Unit, double Seconds)[] Units =
    [
        ("milliseconds", 1e-3), ("millisecond", 1e-3), ("msec", 1e-3), ("ms", 1e-3), ("µs", 1e-6), ("us", 1e-6), ("ns", 1e-9),
        ("seconds", 1), ("second", 1), ("secs", 1), ("sec", 1), ("s", 1), ("秒", 1),
        ("minutes", 60), ("minute", 60), ("mins", 60), ("min", 60), ("m", 60), ("分钟", 60),
        ("hours", 3_600), ("hour", 3_600), ("hrs", 3_600), ("hr", 3_600), ("h", 3_600), ("小时", 3_600),
        ("days", 86_400), ("day", 86_400), ("d", 86_400),
    ];

    /// <summary>Reads a duration at the start of the text, in seconds; 0 if there is none.</summary>
    internal static double ReadStart(ReadOnlySpan<char> text)
    {
        int end = text.IndexOf(' ');
        if (TimeSpan.TryParseExact((end < 0 ? text : text[..end]).TrimEnd(".,"), "c", CultureInfo.InvariantCulture, out TimeSpan span) && text.Contains(':'))
        {
            return span.TotalSeconds;
        }

        double seconds = 0;
        while (TryReadPart(ref text, out double part))
        {
            seconds += part;
        }

        return seconds;
    }

    /// <summary>Reads a text that is one duration, in seconds; false if it is empty or contains anything else.</summary>
    internal static bool TryReadWhole(ReadOnlySpan<char> text, out double seconds)
    {
        seconds = 0;
        bool isAny = false;
        while (TryReadPart(ref text, out double part))
        {
            seconds += part;
            isAny = true;
        }

        return isAny && text.IsWhiteSpace();
    }

    private static bool TryReadPart(ref ReadOnlySpan<char> text, out double seconds)
    {
        seconds = 0;
        ReadOnlySpan<char> rest = text.TrimStart();
        int digits = rest.IndexOfAnyExcept("0123456789.");
        if (digits <= 0 || !double.TryParse(rest[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number))
        {
            return false;
        }

        rest = rest[digits..].TrimStart();
        foreach ((string unit, double size) in Units)
        {
            if (rest.StartsWith(unit, StringComparison.OrdinalIgnoreCase) && (rest.Length == unit.Length || !char.IsAsciiLetter(rest[unit.Length])))
            {
                seconds = number * size;
                text = rest[unit.Length..];
                return true;
            }
        }

        return false;
    }
}
