namespace FailScope;

/// <summary>
/// Sends cool-downs to where they are shared: other processes or a file. The store serves every request from its own memory and
/// never waits for a replicator. Changes from other processes are merged through <see cref="Cooldowns.Apply"/>.
/// </summary>
/// <remarks>
/// Both members are called on the threads of requests. They must return at once; exceptions are ignored. A replicator puts changes
/// in its own queue and sends them from there. Lost, repeated and reordered changes do no harm. <see cref="Cooldowns.Export"/>
/// returns the whole memory, for a process that joins or reconnects.
/// </remarks>
public interface ICooldownReplicator
{
    /// <summary>Called with a change from this process.</summary>
    /// <param name="change">The change.</param>
    void Publish(CooldownChange change);

    /// <summary>
    /// Whether this process may probe an expired cool-down. Must return from what is already known: a replicator acquires the
    /// fleet's lease in the background, shortly before the cool-down expires, and returns true while it holds the lease. If leases are not
    /// available because their store is down, every process may probe, and the result is true.
    /// </summary>
    /// <param name="entry">The cool-down. <see cref="CooldownEntry.Scope"/>, <see cref="CooldownEntry.Tenant"/> and
    /// <see cref="CooldownEntry.IncludesFree"/> identify it.</param>
    /// <returns>Whether one local request may probe.</returns>
    bool MayProbe(CooldownEntry entry);
}
