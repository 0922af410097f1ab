namespace FailScope;

/// <summary>When an exhausted chain can be tried again.</summary>
internal static class CooldownRecovery
{
    /// <summary>When the first of the models that a turn could have called recovers. Null if one can be called at once, or if only a reset helps.</summary>
    internal static DateTimeOffset? Find(ICooldowns cooldowns, FallbackTrail trail, string? tenant)
    {
        IReadOnlyList<CooldownEntry> entries = cooldowns.GetEntries(trail.Chain, tenant);
        long soonest = CooldownEvidence.UntilReset;
        foreach (Model model in trail.Chain.Models)
        {
            if (trail.WasOpenTo(model))
            {
                soonest = Math.Min(soonest, RecoveryOf(model, entries));
            }
        }

        return soonest is 0 or CooldownEvidence.UntilReset ? null : new DateTimeOffset(soonest, TimeSpan.Zero);
    }

    private static long RecoveryOf(Model model, IReadOnlyList<CooldownEntry> entries)
    {
        long recovers = 0;
        foreach (CooldownEntry entry in entries)
        {
            // An expired cool-down excludes nobody, except while it is being probed.
            if (entry.State != CooldownState.Due && entry.Retires(model))
            {
                recovers = Math.Max(recovers, entry.UntilTicks);
            }
        }

        return recovers;
    }
}
