namespace FailScope;

/// <summary>
/// What is remembered under one key: failures, and when they were last declared over. Merging is commutative, associative and
/// idempotent, so processes that exchange their failures in any order agree. Written under the store's lock.
/// </summary>
/// <param name="scope">The key.</param>
/// <param name="tenant">Whose; null where there is none, or for all.</param>
/// <param name="includesFree">
/// Whether this is the memory of failures that retire the free models of the scope too. The two memories of one key are separate: each
/// has its own deadline.
/// </param>
internal sealed class CooldownCell(IScopeKey scope, string? tenant, bool includesFree)
{
    private CooldownEvidence[] _evidence = [];
    private long _leaseUntil;

    internal IScopeKey Scope { get; } = scope;

    internal string? Tenant { get; } = tenant;

    internal bool IncludesFree { get; } = includesFree;

    /// <summary>The failures that are not over; of two, one that is neither newer nor longer is not kept.</summary>
    internal ReadOnlySpan<CooldownEvidence> Evidence => _evidence;

    /// <summary>The failure with the latest deadline; null where nothing is remembered.</summary>
    internal CooldownEvidence? Longest { get; private set; }

    /// <summary>What is shown of it; null where nothing is remembered. The same object until something changes.</summary>
    internal CooldownEntry? Entry { get; private set; }

    /// <summary>Failures stamped up to here are over.</summary>
    internal long EndedAt { get; private set; }

    /// <summary>The latest deadline of the failures that were declared over, UTC ticks; 0 where none were.</summary>
    internal long EndedUntil { get; private set; }

    /// <summary>The stamp of the newest failure that is not over; 0 where there is none.</summary>
    internal long NewestStamp { get; private set; }

    /// <summary>Failures that did not reach the threshold of their kind.</summary>
    internal CooldownStrikes Strikes { get; } = new();

    /// <summary>Who may call; null where nobody does.</summary>
    internal ProbeLease? Lease { get; private set; }

    /// <summary>Until when a request holds the right to call, UTC ticks. Read without the lock.</summary>
    internal long LeaseUntil => Volatile.Read(ref _leaseUntil);

    /// <summary>Adds a failure.</summary>
    /// <returns>Whether that changed anything.</returns>
    internal bool Add(CooldownEvidence added)
    {
        if (added.Stamp <= EndedAt)
        {
            EndedUntil = Math.Max(EndedUntil, added.Until);
            return false;
        }

        if (Array.Exists(_evidence, known => known.Covers(added)))
        {
            return false;
        }

        Keep([.. _evidence.Where(known => !added.Covers(known)), added]);
        return true;
    }

    /// <summary>Declares the failures up to a stamp over.</summary>
    /// <param name="stamp">The stamp.</param>
    /// <param name="until">The latest deadline of the failures that this ended elsewhere, UTC ticks; 0 for none.</param>
    /// <returns>Whether nothing is left of a cool-down that there was.</returns>
    internal bool End(long stamp, long until = 0)
    {
        EndedAt = Math.Max(EndedAt, stamp);
        EndedUntil = Math.Max(EndedUntil, until);
        foreach (CooldownEvidence known in _evidence)
        {
            EndedUntil = known.Stamp <= EndedAt ? Math.Max(EndedUntil, known.Until) : EndedUntil;
        }

        bool wasCooling = Longest is not null;
        Keep(Array.FindAll(_evidence, known => known.Stamp > EndedAt));
        return wasCooling && Longest is null;
    }

    internal void Claim(ProbeLease lease, long until)
    {
        Lease = lease;
        Volatile.Write(ref _leaseUntil, until);
    }

    /// <summary>Gives the right to call back, if it is still this request's.</summary>
    internal void Release(ProbeLease? lease)
    {
        if (lease is not null && Lease == lease)
        {
            Lease = null;
            Volatile.Write(ref _leaseUntil, 0);
        }
    }

    internal CooldownState StateAt(long now) => LeaseUntil > now ? CooldownState.Probing
        : Entry is { } entry && entry.UntilTicks <= now ? CooldownState.Due
        : CooldownState.Cooling;

    /// <summary>Whether nothing of this matters any more to what happened after a point of time.</summary>
    internal bool IsOverBefore(long limit) =>
        (Longest is null || Longest.Until <= limit) && EndedAt <= limit && Strikes.Last <= limit && LeaseUntil <= limit;

    private void Keep(CooldownEvidence[] evidence)
    {
        _evidence = evidence;
        CooldownEvidence? longest = evidence.Max();
        NewestStamp = evidence.Length == 0 ? 0 : evidence.Max(known => known.Stamp);
        if (longest is null)
        {
            Release(Lease);
        }

        if (!ReferenceEquals(longest, Longest))
        {
            Longest = longest;
            Entry = longest is null ? null : new CooldownEntry(Scope, Tenant, IncludesFree, longest);
        }
    }
}
