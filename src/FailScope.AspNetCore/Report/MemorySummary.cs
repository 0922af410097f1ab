namespace FailScope.AspNetCore;

/// <summary>The part of a report about the memory of all tenants, collected in one pass. Keeps the items to list, and counts the rest.</summary>
internal sealed class MemorySummary
{
    // Active ones first, then the longest first.
    private static readonly IComparer<CooldownEntry> ByImportance = Comparer<CooldownEntry>.Create((left, right) =>
        (left.State == CooldownState.Due).CompareTo(right.State == CooldownState.Due) is var byState and not 0 ? byState
        : (right.Until ?? DateTimeOffset.MaxValue).CompareTo(left.Until ?? DateTimeOffset.MaxValue) is var byEnd and not 0 ? byEnd
        : string.CompareOrdinal(left.Scope.Value, right.Scope.Value) is var byScope and not 0 ? byScope
        : left.IncludesFree.CompareTo(right.IncludesFree));

    private static readonly IComparer<(string Tenant, int Cooldowns)> ByCooldowns = Comparer<(string Tenant, int Cooldowns)>.Create((left, right) =>
        right.Cooldowns.CompareTo(left.Cooldowns) is var byCount and not 0 ? byCount : string.CompareOrdinal(left.Tenant, right.Tenant));

    private MemorySummary(int maxCooldowns, int maxTenants)
    {
        Own = new(maxCooldowns, ByImportance);
        Tenants = new(maxTenants, ByCooldowns);
    }

    /// <summary>The cool-downs that affect the requests of the report.</summary>
    internal FirstInOrder<CooldownEntry> Own { get; }

    /// <summary>The tenants, each with its number of active cool-downs of its own. Empty if the report is about one tenant.</summary>
    internal FirstInOrder<(string Tenant, int Cooldowns)> Tenants { get; }

    internal static MemorySummary Of(ICooldowns cooldowns, string? tenant, int maxCooldowns, int maxTenants)
    {
        var summary = new MemorySummary(maxCooldowns, maxTenants);
        (string? Tenant, int Cooldowns) current = default;
        foreach (CooldownEntry entry in cooldowns.EnumerateEntries())
        {
            if (entry.IsForAllTenants || entry.Tenant == tenant)
            {
                summary.Own.Add(entry);
            }

            if (tenant is null && entry is { Tenant: { } name, IsForAllTenants: false } && entry.State != CooldownState.Due)
            {
                // The entries of one tenant are consecutive.
                if (name != current.Tenant)
                {
                    summary.Add(current);
                    current = (name, 0);
                }

                current.Cooldowns++;
            }
        }

        summary.Add(current);
        return summary;
    }

    private void Add((string? Tenant, int Cooldowns) counted)
    {
        if (counted.Tenant is { } tenant)
        {
            Tenants.Add((tenant, counted.Cooldowns));
        }
    }
}
