namespace FailScope.Redis;

/// <summary>
/// This process's state of the fleet's lease to probe one cool-down. Times are milliseconds of <see cref="Environment.TickCount64"/>.
/// Requests call <see cref="MayProbe"/>; only the worker uses the other members.
/// </summary>
internal sealed class FleetLease(CooldownKey key)
{
    /// <summary>The value of <see cref="NextAt"/> while a request to the server is pending.</summary>
    internal const long Never = long.MaxValue;

    private const long ShortestPause = 5_000;
    private const long LongestPause = 300_000;

    private long _heldUntil;
    private long _knownUntil;
    private long _wantedSince;
    private int _isUsed;
    private long _pause = ShortestPause;

    internal CooldownKey Key { get; } = key;

    /// <summary>Identifies the holder of the lease to the server.</summary>
    internal string Token { get; } = Guid.NewGuid().ToString("N");

    /// <summary>When to request the lease again, or to give it up.</summary>
    internal long NextAt { get; set; } = Never;

    /// <summary>Whether a request has begun a probe under it.</summary>
    internal bool IsUsed => Volatile.Read(ref _isUsed) == 1;

    /// <summary>Whether a request had to skip the model because this process did not hold the lease.</summary>
    internal bool IsWanted => Volatile.Read(ref _wantedSince) != 0;

    /// <summary>Whether the server is told that the lease is in use.</summary>
    internal bool IsExtended { get; set; }

    /// <summary>When this process requested the lease and got it; null while another process has it.</summary>
    internal long? GivenAt { get; set; }

    internal bool IsHeld(long now) => Volatile.Read(ref _heldUntil) > now;

    /// <summary>Lets requests use the lease, which the server gave.</summary>
    /// <param name="until">Until when a request may use it.</param>
    /// <param name="knownUntil">Until when the server keeps it for this process.</param>
    /// <param name="nextAt">When to request the lease again.</param>
    internal void Hold(long until, long knownUntil, long nextAt)
    {
        NextAt = nextAt;
        Volatile.Write(ref _knownUntil, knownUntil);
        Volatile.Write(ref _heldUntil, until);
    }

    /// <summary>Notes that another process has the lease.</summary>
    /// <param name="now">When the server said so.</param>
    /// <param name="nextAt">When to request the lease again.</param>
    internal void Lose(long now, long nextAt)
    {
        GivenAt = null;
        NextAt = nextAt;
        Volatile.Write(ref _knownUntil, now);
        Volatile.Write(ref _heldUntil, 0);
    }

    /// <summary>
    /// How long to wait before the next request for the lease: the shortest time while a request of this process needs the lease, otherwise twice
    /// as long each time.
    /// </summary>
    internal long NextPause(long shortest)
    {
        if (IsWanted)
        {
            return shortest;
        }

        long pause = _pause;
        _pause = Math.Min(2 * pause, LongestPause);
        return Math.Max(shortest, pause);
    }

    /// <summary>Whether a request may probe: the lease is held, or the server has not responded for longer than the timeout.</summary>
    /// <param name="now">The time.</param>
    /// <param name="patience">The timeout, in milliseconds.</param>
    /// <param name="isNews">Whether the worker has to be told: the lease is used or needed for the first time.</param>
    internal bool MayProbe(long now, long patience, out bool isNews)
    {
        if (IsHeld(now))
        {
            isNews = Interlocked.Exchange(ref _isUsed, 1) == 0;
            return true;
        }

        isNews = Interlocked.CompareExchange(ref _wantedSince, now, 0) == 0;

        // Until a request needs the lease, the worker requests it rarely. The timeout begins when it is needed.
        return now - Math.Max(Volatile.Read(ref _wantedSince), Volatile.Read(ref _knownUntil)) > patience;
    }
}
