namespace FailScope.Redis.Tests;

/// <summary>Invalid settings are rejected when they are set, with a message that says what to do.</summary>
public sealed class OptionsTests
{
    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("my app:")]
    [InlineData("my\napp:")]
    public void A_prefix_must_be_text_without_white_space(string prefix)
    {
        ArgumentException thrown = Assert.Throws<ArgumentException>(() => new RedisCooldownOptions { KeyPrefix = prefix });
        Assert.Contains("\"my-app:\"", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_must_have_at_least_16_bytes()
    {
        ArgumentException thrown = Assert.Throws<ArgumentException>(() => new RedisCooldownOptions { KeyHashSecret = new byte[15] });
        Assert.Contains("at least 16", thrown.Message, StringComparison.Ordinal);
        Assert.NotNull(new RedisCooldownOptions { KeyHashSecret = new byte[16] }.KeyHashSecret);
        Assert.Null(new RedisCooldownOptions { KeyHashSecret = null }.KeyHashSecret);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(4_999)]
    [InlineData(86_400_001)]
    public void A_lease_must_be_from_5_seconds_to_a_day(int milliseconds)
    {
        ArgumentOutOfRangeException thrown = Assert.Throws<ArgumentOutOfRangeException>(() => new RedisCooldownOptions { ProbeLease = TimeSpan.FromMilliseconds(milliseconds) });
        Assert.Contains("from 00:00:05 to 1.00:00:00", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(99)]
    [InlineData(3_600_001)]
    public void A_sync_interval_must_be_from_100_milliseconds_to_an_hour(int milliseconds)
    {
        ArgumentOutOfRangeException thrown = Assert.Throws<ArgumentOutOfRangeException>(() => new RedisCooldownOptions { SyncInterval = TimeSpan.FromMilliseconds(milliseconds) });
        Assert.Contains("from 00:00:00.1000000 to 01:00:00", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(9)]
    [InlineData(60_001)]
    public void A_command_timeout_must_be_from_10_milliseconds_to_a_minute(int milliseconds)
    {
        ArgumentOutOfRangeException thrown = Assert.Throws<ArgumentOutOfRangeException>(() => new RedisCooldownOptions { CommandTimeout = TimeSpan.FromMilliseconds(milliseconds) });
        Assert.Contains("from 00:00:00.0100000 to 00:01:00", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_clock_and_the_prefix_must_not_be_null()
    {
        Assert.Throws<ArgumentNullException>(() => new RedisCooldownOptions { TimeProvider = null! });
        Assert.Throws<ArgumentNullException>(() => new RedisCooldownOptions { KeyPrefix = null! });
    }
}
