namespace FailScope.Redis;

/// <summary>This process's state of the fleet's lease to probe one cool-down. Times are milliseconds of <see cref="Environment.TickCount64"/>.</summary>
internal sealed class FleetLease(long now)
{
    private long _heldUntil;
    private long _answeredAt;
    private int _isUsed;

    /// <summary>When this process first requested the lease.</summary>
    internal long AskedAt { get; } = now;

    /// <summary>Identifies the holder of the lease to the server.</summary>
    internal string Token { get; } = Guid.NewGuid().ToString("N");

    /// <summary>When to request the lease again, or to give it up.</summary>
    internal long NextAt { get; set; }

    internal bool IsUsed => Volatile.Read(ref _isUsed) == 1;

    /// <summary>Whether the server knows that the lease is in use.</summary>
    internal bool IsExtended { get; set; }

    internal bool IsHeld(long now) => Volatile.Read(ref _heldUntil) > now;

    internal void Hold(long until)
    {
        Volatile.Write(ref _answeredAt, until);
        Volatile.Write(ref _heldUntil, until);
    }

    internal void Lose(long now)
    {
        Volatile.Write(ref _answeredAt, now);
        Volatile.Write(ref _heldUntil, 0);
    }

    /// <summary>Whether a request may probe: the lease is held, or the server has not responded for longer than the timeout.</summary>
    internal bool MayProbe(long now, long patience)
    {
        if (IsHeld(now))
        {
            Volatile.Write(ref _isUsed, 1);
            return true;
        }

        return now - Math.Max(AskedAt, Volatile.Read(ref _answeredAt)) > patience;
    }
}
