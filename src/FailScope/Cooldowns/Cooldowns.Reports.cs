using System.Runtime.CompilerServices;

namespace FailScope;

// Processes the reports of calls.
public sealed partial class Cooldowns
{
    /// <inheritdoc/>
    public void Answered(in CooldownAttempt attempt)
    {
        ThrowIfNotBegun(attempt);
        if ((_isCooling || _isStruck) && (attempt.IsProbe || Matters(attempt)))
        {
            EndWhatTheAnswerDisproves(attempt);
        }
    }

    /// <inheritdoc/>
    public void Failed(in CooldownAttempt attempt, Failure failure)
    {
        ThrowIfNotBegun(attempt);
        ArgumentNullException.ThrowIfNull(failure);
        FailureRule rule = FailureTable.RuleOf(failure.Kind);
        bool answered = failure.StatusCode is not null && rule.Scope != ScopeKind.Provider;
        if (rule.Scope == ScopeKind.None && !attempt.IsProbe && !(answered && (_isCooling || _isStruck)))
        {
            return;
        }

        var changes = new List<CooldownChange>();
        lock (_lock)
        {
            if (rule.Scope != ScopeKind.None)
            {
                Remember(attempt, failure, rule.Scope, changes);
            }

            if (failure.IsBrokenConnection)
            {
                RememberBrokenConnection(attempt, failure, changes);
            }

            if (answered)
            {
                // The endpoint was reached, whatever the status.
                EndProvider(attempt, changes);
            }

            GiveBack(attempt);
        }

        Send(changes);
    }

    private void EndWhatTheAnswerDisproves(in CooldownAttempt attempt)
    {
        var changes = new List<CooldownChange>();
        lock (_lock)
        {
            foreach (CooldownCells cells in CellsFor(attempt.Tenant))
            {
                bool changed = false;
                foreach (CooldownCell cell in cells.All)
                {
                    changed |= cell.Scope.Value == attempt.Model.ScopeText(cell.Scope.Kind) && cell.Strikes.Answered(attempt.Stamp);
                    if (cell.Entry?.Retires(attempt.Model) == true)
                    {
                        changed = true;
                        cell.End(attempt.Stamp);
                        changes.Add(CooldownChange.ForEnd(cell, attempt.Stamp));
                    }
                }

                if (changed)
                {
                    Publish(cells);
                }
            }

            GiveBack(attempt);
        }

        Send(changes);
    }

    private void EndProvider(in CooldownAttempt attempt, List<CooldownChange> changes)
    {
        if (_forAll.Find(attempt.Model.ScopeText(ScopeKind.Provider), includesFree: true) is { } cell)
        {
            bool wasCooling = cell.Entry is not null;
            cell.End(attempt.Stamp);
            cell.Strikes.Answered(attempt.Stamp);
            Publish(_forAll);
            if (wasCooling)
            {
                changes.Add(CooldownChange.ForEnd(cell, attempt.Stamp));
            }
        }
    }

    private void Remember(in CooldownAttempt attempt, Failure failure, ScopeKind scope, List<CooldownChange> changes)
    {
        Model model = attempt.Model;
        CooldownPolicy policy = _options.Find(failure.Kind, model, attempt.Chain);
        if (policy.Duration == TimeSpan.Zero)
        {
            return;
        }

        var limit = new StrikeLimit(policy.Threshold!.Value, Models: 1, policy.Window!.Value, IsForBrokenConnections: false);
        Remember(attempt, failure, scope, policy, limit, changes);
        if (!ScopeReach.Retires(scope, model.IsFree, model.IsFree))
        {
            // The failed model cools down too, although the scope does not include it.
            Remember(attempt, failure, ScopeKind.Model, policy, limit, changes);
        }
    }

    // One lost connection affects one response. Several, with different models, mean that connections to the provider are unreliable.
    private void RememberBrokenConnection(in CooldownAttempt attempt, Failure failure, List<CooldownChange> changes)
    {
        FailureRule unreachable = FailureTable.RuleOf(FailureKind.ProviderUnreachable);
        CooldownPolicy policy = _options.Find(FailureKind.ProviderUnreachable, attempt.Model, attempt.Chain);
        if (policy.Duration != TimeSpan.Zero && MemoryRules.For(unreachable.Memory) is { BrokenThreshold: > 0 } rule)
        {
            var limit = new StrikeLimit(Math.Max(rule.BrokenThreshold, policy.Threshold!.Value), rule.BrokenModels, policy.Window!.Value, IsForBrokenConnections: true);
            Remember(attempt, failure, unreachable.Scope, policy, limit, changes);
        }
    }

    private void Remember(
        in CooldownAttempt attempt, Failure failure, ScopeKind scope, CooldownPolicy policy, in StrikeLimit limit, List<CooldownChange> changes)
    {
        Model model = attempt.Model;
        CooldownCells cells = ScopeReach.IsForAllTenants(scope) ? _forAll : GetOrAddCells(attempt.Tenant);
        bool includesFree = !ScopeReach.TellsFreeFromPriced(scope) || model.IsFree;
        CooldownCell cell = GetOrAddCell(cells, model.GetScope(scope), includesFree);
        if (attempt.Stamp < Math.Max(cell.EndedAt, cell.NewestStamp))
        {
            // The call began before the cool-down began or ended, so its result is older than what is known.
            return;
        }

        long now = _clock.Now;
        CooldownEvidence? current = cell.Longest;
        if (current is null && limit.Failures > 1 && !cell.Strikes.Add(now, model.ModelScope.Value, _clock.Next(now), limit))
        {
            Publish(cells);
            return;
        }

        cell.Strikes.Clear();
        int failedProbes = current is null ? 0 : current.Until <= now ? current.FailedProbes + 1 : current.FailedProbes;
        var evidence = new CooldownEvidence(
            _clock.Next(now),
            CooldownLength.Until(failure, policy, failedProbes, now, _options.ProbeJitter),
            current?.Since ?? now,
            failure.Kind,
            failure.Evidence,
            model.ModelScope,
            failedProbes,
            cells.KeyHash(cell.Scope.Value));
        cell.Add(evidence);
        Publish(cells);
        changes.Add(CooldownChange.ForFailure(cell, evidence));
    }

    /// <summary>Whether a success of the attempt's model can change anything. Checked without the lock.</summary>
    private bool Matters(in CooldownAttempt attempt)
    {
        int position = attempt.Chain!.PositionOf(attempt.Model);
        CooldownCells? own = CellsOf(attempt.Tenant);
        return _forAll.Snapshot?.Of(attempt.Chain).Concerns(position) == true
            || own?.Snapshot?.Of(attempt.Chain).Concerns(position) == true
            || IsStruck(_forAll.Struck, attempt.Model)
            || (own is not null && IsStruck(own.Struck, attempt.Model));
    }

    private static bool IsStruck(string[] struck, Model model)
    {
        foreach (string scope in struck)
        {
            if (scope == model.ModelScope.Value || scope == model.Provider.ProviderScope.Value)
            {
                return true;
            }
        }

        return false;
    }

    private CooldownCells[] CellsFor(string? tenant) => CellsOf(tenant) is { } own ? [_forAll, own] : [_forAll];

    private CooldownCells GetOrAddCells(string? tenant)
    {
        if (CellsOf(tenant) is { } known)
        {
            return known;
        }

        var added = new CooldownCells(tenant);
        _tenants[tenant!] = added;
        return added;
    }

    private CooldownCell GetOrAddCell(CooldownCells cells, IScopeKey scope, bool includesFree)
    {
        CooldownCell cell = cells.GetOrAdd(scope, includesFree);
        if (_endsForAllTenants.TryGetValue(scope.Value, out long ended))
        {
            cell.End(ended);
        }

        _sweeper.Start();
        return cell;
    }

    // Publishes the changed cells to readers.
    private void Publish(CooldownCells cells)
    {
        bool before = cells.Snapshot is not null;
        bool struckBefore = cells.Struck.Length > 0;
        cells.Publish();
        _coolingTenants += (cells.Snapshot is not null ? 1 : 0) - (before ? 1 : 0);
        _struckTenants += (cells.Struck.Length > 0 ? 1 : 0) - (struckBefore ? 1 : 0);
        _isCooling = _coolingTenants > 0;
        _isStruck = _struckTenants > 0;
    }

    private int _coolingTenants;
    private int _struckTenants;

    private static void ThrowIfNotBegun(in CooldownAttempt attempt, [CallerArgumentExpression(nameof(attempt))] string? name = null)
    {
        if (!attempt.IsBegun)
        {
            throw new ArgumentException($"This attempt was not begun. Use one that was returned by {nameof(ICooldowns)}.{nameof(TryBegin)}.", name);
        }
    }
}
