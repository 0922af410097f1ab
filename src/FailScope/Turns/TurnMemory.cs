using System.Diagnostics.CodeAnalysis;

namespace FailScope;

/// <summary>Connects a turn to the memory between turns. A separate object, so that turns without memory do not pay for it.</summary>
/// <param name="cooldowns">The memory.</param>
/// <param name="tenant">The tenant of the turn.</param>
internal sealed class TurnMemory(ICooldowns cooldowns, string? tenant)
{
    private CooldownAttempt _attempt;

    /// <summary>Removes the models that are cooling down.</summary>
    internal void Begin(ref FallbackState state, ref FallbackTrail? trail, ModelCapabilities required)
    {
        FallbackState before = state;
        state = cooldowns.RemoveCooling(before, tenant);
        NoteKeptOut(before, state, ref trail, required);
    }

    /// <summary>Starts an attempt with the next model. The next model may have changed, because of cool-downs of other turns.</summary>
    internal bool TryNext(ref FallbackState state, [NotNullWhen(true)] out Model? model, ref FallbackTrail? trail, ModelCapabilities required)
    {
        FallbackState before = state;
        bool may = cooldowns.TryBegin(ref state, out _attempt, tenant);
        model = may ? _attempt.Model : null;
        NoteKeptOut(before, state, ref trail, required);
        return may;
    }

    /// <summary>Reports that the response has begun, so that requests that wait for a probe need not wait for the end of its stream.</summary>
    internal void Committed()
    {
        if (_attempt.IsProbe)
        {
            Report();
        }
    }

    /// <summary>Reports that the response is complete.</summary>
    internal void Answered()
    {
        if (!_attempt.IsProbe)
        {
            Report();
        }
    }

    /// <summary>Reports that the attempt failed. If the time limit of the turn was reached, no model is to blame.</summary>
    internal void Failed(FallbackAttempt attempt, AttemptDeadline? deadline) =>
        cooldowns.Failed(_attempt, deadline is { HasPassed: true, Limit: AttemptLimit.Turn } ? new Failure(FailureKind.Cancelled) : attempt.Failure!);

    /// <summary>When the chain of the turn can be tried again.</summary>
    internal DateTimeOffset? FindRecovery(FallbackTrail trail) => CooldownRecovery.Find(cooldowns, trail, tenant);

    // The response has been paid for, so it must not be lost because the memory throws.
    private void Report()
    {
        try
        {
            cooldowns.Answered(_attempt);
        }
#pragma warning disable CA1031 // The memory may be user code.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }

    // Records in the trail which models are excluded by earlier turns.
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
