using System.Globalization;

namespace FailScope.AspNetCore.Tests;

public sealed class PageTimeTests
{
    private static readonly DateTimeOffset Now = new(2026, 8, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("00:00:00", "just now")]
    [InlineData("00:00:42", "in 42 s")]
    [InlineData("-00:00:42", "42 s ago")]
    [InlineData("00:04:59", "in 4 min")]
    [InlineData("03:20:00", "in 3 h 20 min")]
    [InlineData("03:00:00", "in 3 h")]
    [InlineData("1.02:00:00", "in 1 day 2 h")]
    [InlineData("30.00:00:00", "in 30 days")]
    [InlineData("-2.03:00:00", "2 days 3 h ago")]
    public void A_distance_has_at_most_two_units(string distance, string expected) =>
        Assert.Equal(expected, PageTime.Distance(Now + TimeSpan.Parse(distance, CultureInfo.InvariantCulture), Now));

    [Theory]
    [InlineData("2026-08-01T23:59:00+00:00", "23:59 UTC")]
    [InlineData("2026-08-02T01:30:00+02:00", "23:30 UTC")]
    [InlineData("2026-08-02T00:05:00+00:00", "2 Aug, 00:05 UTC")]
    [InlineData("2027-01-01T00:00:00+00:00", "1 Jan 2027, 00:00 UTC")]
    public void A_time_has_a_date_if_it_is_not_today(string instant, string expected) =>
        Assert.Equal(expected, PageTime.Clock(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture), Now));
}
