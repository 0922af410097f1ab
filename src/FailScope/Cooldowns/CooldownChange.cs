using System.Text.Json;

namespace FailScope;

/// <summary>
/// One change of what is remembered, for other processes and for a file. Applying changes is commutative and idempotent: in any order and
/// any number of times they lead to the same memory. The longest deadline wins, and a reset or an answer wins over what is
/// older than it. Contains no secret.
/// </summary>
public sealed class CooldownChange
{
    private CooldownChange(CooldownChangeKind kind, IScopeKey scope, string? tenant, bool isForAllTenants, bool includesFree, long stamp, CooldownEvidence? failure)
    {
        Kind = kind;
        Scope = scope;
        Tenant = tenant;
        IsForAllTenants = isForAllTenants;
        IncludesFree = includesFree;
        Stamp = stamp;
        Failure = failure;
    }

    /// <summary>What happened.</summary>
    public CooldownChangeKind Kind { get; }

    /// <summary>The scope it happened to.</summary>
    public IScopeKey Scope { get; }

    /// <summary>Whose it is; null for requests without a tenant, and where it counts for all.</summary>
    public string? Tenant { get; }

    /// <summary>Whether it counts for every tenant.</summary>
    public bool IsForAllTenants { get; }

    /// <inheritdoc cref="CooldownEntry.IncludesFree"/>
    public bool IncludesFree { get; }

    /// <summary>The place of the change in time: UTC ticks that are never given twice by one process.</summary>
    public long Stamp { get; }

    /// <summary>When the cool-down runs out; null where it lasts until it is reset, and for a change that ends one.</summary>
    public DateTimeOffset? Until => Failure is { Until: not CooldownEvidence.UntilReset and var until } ? new DateTimeOffset(until, TimeSpan.Zero) : null;

    /// <summary>
    /// From when on the change makes no difference to anyone who has not heard of it: its cool-down has run out, or everything that it ended
    /// has. A store that keeps changes for processes that join can drop it then. What lasts until a reset, and resets themselves, matter for
    /// <see cref="CooldownPolicy.Longest"/>.
    /// </summary>
    public DateTimeOffset MattersUntil
    {
        get
        {
            long until = Kind switch
            {
                CooldownChangeKind.Failed => Failure!.Until,
                CooldownChangeKind.Answered => Math.Max(Stamp, EndedUntil),
                _ => CooldownEvidence.UntilReset,
            };
            long longest = Stamp + CooldownPolicy.Longest.Ticks;
            return new DateTimeOffset(Math.Min(until == CooldownEvidence.UntilReset ? longest : until, DateTimeOffset.MaxValue.UtcTicks), TimeSpan.Zero);
        }
    }

    /// <summary>What went wrong; null for a change that ends a cool-down.</summary>
    public FailureKind? Cause => Failure?.Cause;

    /// <inheritdoc cref="CooldownEntry.Evidence"/>
    public string? Evidence => Failure?.Evidence;

    /// <summary>The model whose failure it was; null for a change that ends a cool-down.</summary>
    public ModelScopeKey? ReportedBy => Failure?.ReportedBy;

    /// <summary>How many probes failed one after the other; 0 for a change that ends a cool-down.</summary>
    public int FailedProbes => Failure?.FailedProbes ?? 0;

    /// <summary>The failure; null for a change that ends a cool-down.</summary>
    internal CooldownEvidence? Failure { get; }

    /// <inheritdoc cref="CooldownCell.EndedUntil"/>
    internal long EndedUntil { get; private init; }

    /// <summary>The change as one line of JSON, to be read by <see cref="TryParse"/>.</summary>
    public string ToJson() => CooldownChangeJson.Write(this);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <param name="json">The text.</param>
    /// <returns>The change; null where the text is none, or comes from a newer version that changed its meaning.</returns>
    public static CooldownChange? TryParse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return CooldownChangeJson.Read(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The same change by another clock: the stamp and all instants moved, a missing deadline left missing.</summary>
    /// <param name="offset">What the other clock shows more than this one.</param>
    public CooldownChange ShiftedBy(TimeSpan offset)
    {
        long Shift(long ticks) => Math.Clamp(ticks + offset.Ticks, 0, DateTimeOffset.MaxValue.UtcTicks);
        CooldownEvidence? failure = Failure is null ? null : Failure with
        {
            Stamp = Shift(Stamp),
            Since = Shift(Failure.Since),
            Until = ShiftDeadline(Failure.Until),
        };
        return new(Kind, Scope, Tenant, IsForAllTenants, IncludesFree, Shift(Stamp), failure) { EndedUntil = EndedUntil == 0 ? 0 : ShiftDeadline(EndedUntil) };

        long ShiftDeadline(long ticks) => ticks == CooldownEvidence.UntilReset ? ticks : Shift(ticks);
    }

    /// <summary>The change in one line.</summary>
    public override string ToString()
    {
        string whose = IsForAllTenants ? " for all tenants" : Tenant is null ? "" : $" for tenant '{Tenant}'";
        string evidence = Evidence is null ? "" : $" ({Evidence})";
        string probes = FailedProbes == 0 ? "" : $", failed probes: {FailedProbes}";
        string until = Until is { } instant ? $"until {CooldownEntry.Text(instant)}" : "until it is reset";
        return Kind switch
        {
            CooldownChangeKind.Failed => $"{Scope.Value}{whose} cools down {until}: {Cause}{evidence} of {ReportedBy}{probes}",
            CooldownChangeKind.Answered => $"{Scope.Value}{whose} has recovered: {(Scope.Kind == ScopeKind.Model ? "it" : "one of its models")} answered",
            _ => $"{Scope.Value}{whose} was reset",
        };
    }

    internal static CooldownChange ForFailure(CooldownCell cell, CooldownEvidence failure) =>
        ForFailure(cell.Scope, cell.Tenant, cell.IncludesFree, failure);

    internal static CooldownChange ForFailure(IScopeKey scope, string? tenant, bool includesFree, CooldownEvidence failure) =>
        new(CooldownChangeKind.Failed, scope, tenant, ScopeReach.IsForAllTenants(scope.Kind), includesFree, failure.Stamp, failure);

    internal static CooldownChange ForEnd(CooldownCell cell, long stamp) => ForEnd(cell.Scope, cell.Tenant, cell.IncludesFree, stamp, cell.EndedUntil);

    internal static CooldownChange ForEnd(IScopeKey scope, string? tenant, bool includesFree, long stamp, long endedUntil) =>
        new(CooldownChangeKind.Answered, scope, tenant, ScopeReach.IsForAllTenants(scope.Kind), includesFree, stamp, null) { EndedUntil = endedUntil };

    internal static CooldownChange ForReset(IScopeKey scope, string? tenant, bool forAllTenants, long stamp) =>
        new(CooldownChangeKind.Reset, scope, forAllTenants ? null : tenant, forAllTenants, includesFree: true, stamp, null);
}
