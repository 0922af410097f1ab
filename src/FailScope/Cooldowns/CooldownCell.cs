namespace FailScope;

/// <summary>
/// The memory of one scope key: its failures, and when they were last declared over. Merging is commutative, associative and
/// idempotent, so processes that exchange their failures in any order reach the same result. Written under the store's lock.
/// </summary>
/// <param name="scope">The scope key.</param>
/// <param name="tenant">The tenant; null if there is none, or if the cell applies to all tenants.</param>
/// <param name="includesFree">
/// Whether this cell is for failures that also retire the free models of the scope. A key has a separate cell for each case, each with
/// its own deadline.
/// </param>
internal sealed class CooldownCell(IScopeKey scope, string? tenant, bool includesFree)
{
    private CooldownEvidence[] _evidence = [];
    private long _leaseUntil;

    internal IScopeKey Scope { get; } = scope;

    internal string? Tenant { get; } = tenant;

    internal bool IncludesFree { get; } = includesFree;

    /// <summary>The failures that are not over. A failure is dropped if another one is at least as new and lasts at least as long.</summary>
    internal ReadOnlySpan<CooldownEvidence> Evidence => _evidence;

    /// <summary>The failure with the latest deadline; null if nothing is remembered.</summary>
    internal CooldownEvidence? Longest { get; private set; }

    /// <summary>What readers see; null if nothing is remembered. The same object until something changes.</summary>
    internal CooldownEntry? Entry { get; private set; }

    /// <summary>Failures with a stamp up to this one are over.</summary>
    internal long EndedAt { get; private set; }

    /// <summary>The latest deadline of the failures that were declared over, in UTC ticks; 0 if there were none.</summary>
    internal long EndedUntil { get; private set; }

    /// <summary>The stamp of the newest failure that is not over; 0 if there is none.</summary>
    internal long NewestStamp { get; private set; }

    /// <summary>Failures that have not reached the threshold of their kind.</summary>
    internal CooldownStrikes Strikes { get; } = new();

    /// <summary>The current probe's lease; null if there is no probe.</summary>
    internal ProbeLease? Lease { get; private set; }

    /// <summary>When the current lease expires, in UTC ticks. Read without the lock.</summary>
    internal long LeaseUntil => Volatile.Read(ref _leaseUntil);

    /// <summary>Adds a failure.</summary>
    /// <returns>Whether anything changed.</returns>
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
    /// <param name="until">The latest deadline of the failures that this ended in another process, in UTC ticks; 0 for none.</param>
    /// <returns>Whether this ended a cool-down completely.</returns>
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

    /// <summary>Releases the lease, if this request still holds it.</summary>
    internal void Release(ProbeLease? lease)
    {
        if (lease is not null && Lease == lease)
        {
            Lease = null;
            Volatile.Write(ref _leaseUntil, 0);
        }
    }

    /// <summary>The entry that a snapshot has of this cell, with its state at a point in time. Called without the lock.</summary>
    internal CooldownEntry At(CooldownEntry entry, long now) => entry.With(
        LeaseUntil > now ? CooldownState.Probing
        : entry.UntilTicks <= now ? CooldownState.Due
        : CooldownState.Cooling);

    /// <summary>Whether this cell no longer matters for anything that happens after a point in time.</summary>
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
