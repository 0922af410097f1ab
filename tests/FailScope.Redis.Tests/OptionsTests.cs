namespace FailScope.Redis.Tests;

/// <summary>Settings that make no sense are refused when they are set, with what to do instead.</summary>
public sealed class OptionsTests
{
    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("my app:")]
    [InlineData("my\napp:")]
    public void A_prefix_is_some_text_without_white_space(string prefix)
    {
        ArgumentException thrown = Assert.Throws<ArgumentException>(() => new RedisCooldownOptions { KeyPrefix = prefix });
        Assert.Contains("\"my-app:\"", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_has_at_least_16_bytes()
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
    public void A_lease_lasts_from_five_seconds_to_a_day(int milliseconds)
    {
        ArgumentOutOfRangeException thrown = Assert.Throws<ArgumentOutOfRangeException>(() => new RedisCooldownOptions { ProbeLease = TimeSpan.FromMilliseconds(milliseconds) });
        Assert.Contains("from 00:00:05 to 1.00:00:00", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(99)]
    [InlineData(3_600_001)]
    public void A_comparison_with_the_server_comes_every_tenth_of_a_second_to_every_hour(int milliseconds)
    {
        ArgumentOutOfRangeException thrown = Assert.Throws<ArgumentOutOfRangeException>(() => new RedisCooldownOptions { SyncInterval = TimeSpan.FromMilliseconds(milliseconds) });
        Assert.Contains("from 00:00:00.1000000 to 01:00:00", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(9)]
    [InlineData(60_001)]
    public void A_command_may_take_from_ten_milliseconds_to_a_minute(int milliseconds)
    {
        ArgumentOutOfRangeException thrown = Assert.Throws<ArgumentOutOfRangeException>(() => new RedisCooldownOptions { CommandTimeout = TimeSpan.FromMilliseconds(milliseconds) });
        Assert.Contains("from 00:00:00.0100000 to 00:01:00", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void There_is_always_a_clock_and_a_prefix()
    {
        Assert.Throws<ArgumentNullException>(() => new RedisCooldownOptions { TimeProvider = null! });
        Assert.Throws<ArgumentNullException>(() => new RedisCooldownOptions { KeyPrefix = null! });
    }
}
