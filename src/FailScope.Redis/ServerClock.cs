using System.Globalization;
using StackExchange.Redis;

namespace FailScope.Redis;

/// <summary>What the server's clock shows more than this process's. Stamps and deadlines travel in the server's time.</summary>
internal sealed class ServerClock(TimeProvider timeProvider)
{
    // Smaller differences are noise of the measurement. A steady offset makes a change that is sent again the same text.
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
