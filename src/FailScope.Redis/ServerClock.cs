using System.Globalization;
using StackExchange.Redis;

namespace FailScope.Redis;

/// <summary>How far the server's clock is ahead of this process's clock. Stamps and deadlines are exchanged in the server's time.</summary>
internal sealed class ServerClock(TimeProvider timeProvider)
{
    // Smaller differences are measurement noise. With a stable offset, a change that is sent again has the same text.
    private static readonly TimeSpan _tolerance = TimeSpan.FromSeconds(2);

    private long _offset;

    internal TimeSpan Offset => new(Volatile.Read(ref _offset));

    internal async Task MeasureAsync(IDatabase database, TimeSpan timeout)
    {
        DateTimeOffset before = timeProvider.GetUtcNow();
        var reply = (RedisResult[]?)await database.ExecuteAsync("TIME").WaitAsync(timeout).ConfigureAwait(false);
        DateTimeOffset after = timeProvider.GetUtcNow();
        if (reply is not [var seconds, var microseconds])
        {
            return;
        }

        DateTimeOffset server = DateTimeOffset.FromUnixTimeSeconds(long.Parse(seconds.ToString(), CultureInfo.InvariantCulture))
            .AddMicroseconds(long.Parse(microseconds.ToString(), CultureInfo.InvariantCulture));
        TimeSpan offset = server - (before + ((after - before) / 2));
        if ((offset - Offset).Duration() > _tolerance)
        {
            Volatile.Write(ref _offset, offset.Ticks);
        }
    }
}
