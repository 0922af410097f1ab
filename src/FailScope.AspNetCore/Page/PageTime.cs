using System.Globalization;

namespace FailScope.AspNetCore;

/// <summary>Formats times for people: in UTC, with the distance from now.</summary>
internal static class PageTime
{
    /// <summary>The time in the format of an HTML attribute.</summary>
    internal static string Iso(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The time of day, with the date if it is not today.</summary>
    internal static string Clock(DateTimeOffset instant, DateTimeOffset now)
    {
        DateTime utc = instant.UtcDateTime;
        string format = utc.Date == now.UtcDateTime.Date ? "HH:mm" : utc.Year == now.UtcDateTime.Year ? "d MMM, HH:mm" : "d MMM yyyy, HH:mm";
        return utc.ToString(format, CultureInfo.InvariantCulture) + " UTC";
    }

    /// <summary>A duration in its two largest units, for example <c>3 h 20 min</c>.</summary>
    internal static string Length(TimeSpan time)
    {
        time = time.Duration();
        return time < TimeSpan.FromMinutes(1) ? Unit(Math.Max(1, (int)time.TotalSeconds), "s")
            : time < TimeSpan.FromHours(1) ? Unit((int)time.TotalMinutes, "min")
            : time < TimeSpan.FromDays(1) ? Two(time.Hours, "h", time.Minutes, "min")
            : Two(time.Days, time.Days == 1 ? "day" : "days", time.Hours, "h");
    }

    /// <summary>The distance from now, for example <c>in 4 min</c> or <c>4 min ago</c>.</summary>
    internal static string Distance(DateTimeOffset instant, DateTimeOffset now) =>
        instant > now ? $"in {Length(instant - now)}" : now - instant < TimeSpan.FromSeconds(1) ? "just now" : $"{Length(now - instant)} ago";

    private static string Two(int large, string largeUnit, int small, string smallUnit) =>
        small == 0 ? Unit(large, largeUnit) : $"{Unit(large, largeUnit)} {Unit(small, smallUnit)}";

    private static string Unit(int count, string unit) => string.Create(CultureInfo.InvariantCulture, $"{count} {unit}");
}
