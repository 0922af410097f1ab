namespace FailScope;

// Decides who may call a model that is cooling.
public sealed partial class Cooldowns
{
    /// <summary>Whether the turn may call its next model. If the model is cooling, this acquires the lease to probe it.</summary>
    private bool MayBegin(in FallbackState state, string? tenant, ref long stamp, out ProbeLease? probe)
    {
        probe = null;
        int position = state.NextPosition(0);
        ChainCooldowns? forAll = _forAll.Snapshot?.Of(state.Chain!);
        ChainCooldowns? own = CellsOf(tenant)?.Snapshot?.Of(state.Chain!);
        if (forAll?.Concerns(position) != true && own?.Concerns(position) != true)
        {
            return true;
        }

        // The last model of a turn is tried even if it is cooling, by one request at a time, because otherwise the turn would have no model.
        bool isLast = !_options.FailWhenAllCooling && state.NextPosition(position + 1) < 0;
        long now = _clock.Now;
        if (!IsOpen(forAll, position, now, isLast) || !IsOpen(own, position, now, isLast))
        {
            return false;
        }

        Model model = state.Chain!.At(position)!;
        lock (_lock)
        {
            return TryClaim(model, tenant, now, isLast, ref stamp, out probe);
        }
    }

    // Checked without the lock: when a cool-down expires, nearly all of thousands of waiting requests are rejected here.
    private bool IsOpen(ChainCooldowns? cooldowns, int position, long now, bool isLast)
    {
        for (int i = 0; i < cooldowns?.Count; i++)
        {
            if (!cooldowns.Concerns(position, i))
            {
                continue;
            }

            CooldownEntry entry = cooldowns.Entry(i);
            if (!IsOpen(entry, cooldowns.Cell(i), now, isLast) || (entry.UntilTicks <= now && !MayProbe(entry)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsOpen(CooldownEntry entry, CooldownCell cell, long now, bool isLast) =>
        cell.LeaseUntil <= now && !entry.IsUntilReset && (isLast || entry.UntilTicks <= now);

    /// <summary>Acquires the leases of all cool-downs that block the model, or none of them.</summary>
    private bool TryClaim(Model model, string? tenant, long now, bool isLast, ref long stamp, out ProbeLease? probe)
    {
        probe = null;
        CooldownCell[] cells = [.. CellsThatRetire(model, tenant)];
        if (!Array.TrueForAll(cells, cell => IsOpen(cell.Entry!, cell, now, isLast)))
        {
            return false;
        }

        stamp = _clock.Last;
        if (cells.Length > 0)
        {
            probe = new ProbeLease();
            foreach (CooldownCell cell in cells)
            {
                cell.Claim(probe, now + _options.ProbeLease.Ticks);
            }
        }

        return true;
    }

    private IEnumerable<CooldownCell> CellsThatRetire(Model model, string? tenant) =>
        CellsAround(tenant).Where(cell => cell.Entry?.Retires(model) == true);

    private IEnumerable<CooldownCell> CellsAround(string? tenant) => _forAll.All.Concat(CellsOf(tenant)?.All ?? []);

    private void GiveBack(in CooldownAttempt attempt)
    {
        if (attempt.Probe is { } probe)
        {
            foreach (CooldownCell cell in CellsAround(attempt.Tenant))
            {
                cell.Release(probe);
            }
        }
    }
}
