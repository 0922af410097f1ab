using System.Globalization;
using System.Net.Http.Headers;

namespace FailScope;

/// <summary>Reads a header or field value that contains a retry time, in any of the known formats.</summary>
internal static class TimeText
{
    // 1e9 seconds after 1970 is the year 2001, 1e11 seconds is 5138, and 1e11 milliseconds is 1973.
    private const double FirstEpochSecond = 1e9;
    private const double FirstEpochMillisecond = 1e11;
    private const double LastEpochMillisecond = 1e14;

    /// <summary>Reads seconds, epoch seconds or milliseconds, a duration, an HTTP date or an RFC 3339 date.</summary>
    internal static RetryHint Read(string text, DateTimeOffset now)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
        {
            return ReadNumber(number, now);
        }

        if (WaitText.TryReadWhole(text, out double seconds))
        {
            return RetryHint.After(seconds, "a duration");
        }

        return TryReadDate(text, out DateTimeOffset instant) ? RetryHint.Until(instant, now, "a date, UTC where it names no zone") : default;
    }

    /// <summary>Reads milliseconds.</summary>
    internal static RetryHint ReadMilliseconds(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? RetryHint.After(number / 1_000, "milliseconds") : default;

    private static RetryHint ReadNumber(double number, DateTimeOffset now) => number switch
    {
        >= FirstEpochMillisecond and < LastEpochMillisecond => RetryHint.Until(DateTimeOffset.FromUnixTimeMilliseconds((long)number), now, "milliseconds since 1970, by its size"),
        >= FirstEpochSecond and < FirstEpochMillisecond => RetryHint.Until(DateTimeOffset.UnixEpoch.AddSeconds(number), now, "seconds since 1970, by its size"),
        < FirstEpochSecond => RetryHint.After(number, "seconds"),
        _ => default,
    };

    private static bool TryReadDate(string text, out DateTimeOffset instant)
    {
        if (RetryConditionHeaderValue.TryParse(text, out RetryConditionHeaderValue? header) && header.Date is { } date)
        {
            instant = date;
            return true;
        }

        instant = default;
        return text.Length >= "2026-10-01".Length && char.IsAsciiDigit(text[0]) && text[4] == '-'
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out instant);
    }
}
