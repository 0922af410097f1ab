using System.Globalization;

namespace FailScope;

/// <summary>
/// Reads a date and time at the start of a text: <c>2026-10-01</c>, <c>2026-10-01 at 00:00 UTC</c>, <c>2026-10-01T07:00:00+08:00</c>,
/// <c>2026-10-01 23:59:59 +0800 CST</c>, <c>Dec 9 at 5pm (America/New_York)</c>. A time of day without a date is accepted only with a
/// zone, <c>10:57 PM GMT-3</c>, and means its next occurrence.
/// </summary>
internal static class DateText
{
    private static readonly string[] Clocks = ["HH:mm:ss", "HH:mm", "H:mm"];
    private static readonly string[] HalfDayClocks = ["h:mm:ss tt", "h:mm tt", "h tt"];

    /// <summary>Whether the text starts with a date and time.</summary>
    /// <param name="text">The text.</param>
    /// <param name="now">The current time, needed for a time of day without a date.</param>
    /// <param name="assumedZone">The zone to use if the text names none.</param>
    /// <param name="instant">The date and time, in UTC.</param>
    /// <param name="reading">The zone that was named or assumed.</param>
    internal static bool TryRead(ReadOnlySpan<char> text, DateTimeOffset now, TimeSpan assumedZone, out DateTimeOffset instant, out string reading)
    {
        instant = default;
        text = text.TrimStart();
        bool hasDate = text.Length >= 10 && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
        DateOnly date = hasDate ? DateOnly.ParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture) : default;
        ReadOnlySpan<char> rest = hasDate ? text[10..].TrimStart(" T") : text;
        if (!hasDate && MonthText.TryRead(ref rest, DateOnly.FromDateTime(now.UtcDateTime), out date))
        {
            hasDate = true;
            rest = rest.TrimStart(", ");
        }

        rest = rest.StartsWith("at ", StringComparison.Ordinal) ? rest[3..] : rest;
        bool hasClock = TryReadClock(ref rest, out TimeOnly clock, out bool isMalformed);
        TimeSpan? zone = ZoneText.Read(rest, hasDate ? date.ToDateTime(clock) : now.UtcDateTime);
        reading = zone is { } named ? $"zone UTC{Sign(named)}" : $"no zone, UTC{Sign(assumedZone)} assumed";
        if (isMalformed || !(hasDate || (hasClock && zone is not null)))
        {
            return false;
        }

        TimeSpan offset = zone ?? assumedZone;
        DateTime day = hasDate ? date.ToDateTime(clock) : now.ToOffset(offset).Date + clock.ToTimeSpan();
        if (day.Ticks - offset.Ticks < DateTime.MinValue.Ticks || day.Ticks - offset.Ticks > DateTime.MaxValue.Ticks)
        {
            return false;
        }

        instant = new DateTimeOffset(day, offset).ToUniversalTime();
        instant = hasDate || instant > now ? instant : instant.AddDays(1);
        return true;
    }

    // "18:00:00", "9:30", "10:57 PM". Without a time of day, midnight is used.
    private static bool TryReadClock(ref ReadOnlySpan<char> rest, out TimeOnly clock, out bool isMalformed)
    {
        int end = rest.IndexOfAnyExcept("0123456789:");
        ReadOnlySpan<char> digits = end < 0 ? rest : rest[..end];
        ReadOnlySpan<char> behind = rest[digits.Length..];
        clock = default;
        isMalformed = false;
        if (digits.IsEmpty)
        {
            return false;
        }

        ReadOnlySpan<char> half = behind.TrimStart();
        if (half.StartsWith("am", StringComparison.OrdinalIgnoreCase) || half.StartsWith("pm", StringComparison.OrdinalIgnoreCase))
        {
            rest = half[2..];
            isMalformed = !TimeOnly.TryParseExact($"{digits} {half[..2]}", HalfDayClocks, CultureInfo.InvariantCulture, DateTimeStyles.None, out clock);
            return !isMalformed;
        }

        // Fractions of a second are ignored.
        rest = behind.StartsWith(".") ? behind.TrimStart(".0123456789") : behind;
        isMalformed = !TimeOnly.TryParseExact(digits, Clocks, CultureInfo.InvariantCulture, DateTimeStyles.None, out clock);
        return !isMalformed;
    }

    private static string Sign(TimeSpan zone) =>
        zone == TimeSpan.Zero ? "" : string.Create(CultureInfo.InvariantCulture, $"{(zone < TimeSpan.Zero ? '-' : '+')}{zone:hh\\:mm}");
}
