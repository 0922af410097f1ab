namespace FailScope;

/// <summary>
/// Carries cool-downs to where they are shared: other processes, a file. The store answers every request from its own memory and
/// never waits for a replicator; what others remembered comes in through <see cref="Cooldowns.Apply"/>.
/// </summary>
/// <remarks>
/// Both members are called on the threads of requests: they must return at once, and what they throw is ignored. A replicator puts changes
/// in a queue of its own and sends them from there. Loss, repetition and reordering do no harm; <see cref="Cooldowns.Export"/>
/// gives everything again, for a process that joins or comes back.
/// </remarks>
public interface ICooldownReplicator
{
    /// <summary>A change that began in this process.</summary>
    /// <param name="change">The change.</param>
    void Publish(CooldownChange change);

    /// <summary>
    /// Whether this process may probe a cool-down that has run out. Answered from what is already known: a replicator competes for the
    /// fleet's lease in the background, shortly before the cool-down runs out, and says yes while it holds it. Where leases cannot be
    /// had (the store that gives them is down), every process may probe, and the answer is yes.
    /// </summary>
    /// <param name="entry">The cool-down; <see cref="CooldownEntry.Scope"/>, <see cref="CooldownEntry.Tenant"/> and
    /// <see cref="CooldownEntry.IncludesFree"/> tell it from all others.</param>
    /// <returns>Whether one local request may call.</returns>
    bool MayProbe(CooldownEntry entry);
}
