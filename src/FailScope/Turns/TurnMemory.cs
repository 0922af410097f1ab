using System.Diagnostics.CodeAnalysis;

namespace FailScope;

/// <summary>A turn's side of the memory between turns. An object of its own, so that turns without memory do not carry it along.</summary>
/// <param name="cooldowns">The memory.</param>
/// <param name="tenant">Whose request the turn is.</param>
internal sealed class TurnMemory(ICooldowns cooldowns, string? tenant)
{
    private CooldownAttempt _attempt;

    /// <summary>Removes the models that earlier turns keep out.</summary>
    internal void Begin(ref FallbackState state, ref FallbackTrail? trail, ModelCapabilities required)
    {
        FallbackState before = state;
        state = cooldowns.RemoveCooling(before, tenant);
        NoteKeptOut(before, state, ref trail, required);
    }

    /// <summary>Asks for the right to call the next model. It may be another by now.</summary>
    internal bool TryNext(ref FallbackState state, [NotNullWhen(true)] out Model? model, ref FallbackTrail? trail, ModelCapabilities required)
    {
        FallbackState before = state;
        bool may = cooldowns.TryBegin(ref state, out _attempt, tenant);
        model = may ? _attempt.Model : null;
        NoteKeptOut(before, state, ref trail, required);
        return may;
    }

    /// <summary>The answer has begun: others that wait for a probe need not wait for the end of a stream.</summary>
    internal void Committed()
    {
        if (_attempt.IsProbe)
        {
            Report();
        }
    }

    /// <summary>The answer is whole.</summary>
    internal void Answered()
    {
        if (!_attempt.IsProbe)
        {
            Report();
        }
    }

    /// <summary>The attempt failed. The time of the turn that is over is no model's fault.</summary>
    internal void Failed(FallbackAttempt attempt, AttemptDeadline? deadline) =>
        cooldowns.Failed(_attempt, deadline is { HasPassed: true, Limit: AttemptLimit.Turn } ? new Failure(FailureKind.Cancelled) : attempt.Failure!);

    /// <summary>When the turn's chain can be tried again.</summary>
    internal DateTimeOffset? FindRecovery(FallbackTrail trail) => CooldownRecovery.Find(cooldowns, trail, tenant);

    // The answer is paid for, and is not lost because the memory fails.
    private void Report()
    {
        try
        {
            cooldowns.Answered(_attempt);
        }
#pragma warning disable CA1031 // A memory may be the caller's own code.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }

    // The trail tells which models earlier turns keep out.
    private void NoteKeptOut(in FallbackState before, in FallbackState after, ref FallbackTrail? trail, ModelCapabilities required)
    {
        if (before == after)
        {
            return;
        }

        FallbackChain chain = before.Chain!;
        IReadOnlyList<CooldownEntry> entries = cooldowns.GetEntries(chain, tenant);
        foreach (Model skipped in before.Remaining)
        {
            if (!after.Contains(skipped))
            {
                trail ??= new FallbackTrail(chain, required);
                trail.Exclude(SkippedModel.ForCooldown(skipped, entries.FirstOrDefault(entry => entry.Retires(skipped))));
            }
        }
    }
}
