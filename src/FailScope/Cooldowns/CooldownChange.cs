using System.Text.Json;

namespace FailScope;

/// <summary>
/// One change of the memory, to be sent to other processes or written to a file. Applying changes is commutative and idempotent: in any
/// order and any number of times, the result is the same. The longest deadline wins, and a reset or a success ends everything
/// older. Contains no secret.
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

    /// <summary>The scope key that changed.</summary>
    public IScopeKey Scope { get; }

    /// <summary>The tenant; null for requests without a tenant, or if the change applies to all tenants.</summary>
    public string? Tenant { get; }

    /// <summary>Whether it applies to all tenants.</summary>
    public bool IsForAllTenants { get; }

    /// <inheritdoc cref="CooldownEntry.IncludesFree"/>
    public bool IncludesFree { get; }

    /// <summary>The time of the change, in UTC ticks; one process never uses the same value twice.</summary>
    public long Stamp { get; }

    /// <summary>When the cool-down expires; null if it lasts until it is reset, and for a change that ends a cool-down.</summary>
    public DateTimeOffset? Until => Failure is { Until: not CooldownEvidence.UntilReset and var until } ? new DateTimeOffset(until, TimeSpan.Zero) : null;

    /// <summary>
    /// After this time, the change no longer affects a process that has not received it, because its cool-down, or every cool-down that it
    /// ended, has expired. A store that keeps changes for new processes can drop it then. Cool-downs that last until a reset, and resets
    /// themselves, matter for <see cref="CooldownPolicy.Longest"/>.
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

    /// <summary>The kind of failure; null for a change that ends a cool-down.</summary>
    public FailureKind? Cause => Failure?.Cause;

    /// <inheritdoc cref="CooldownEntry.Evidence"/>
    public string? Evidence => Failure?.Evidence;

    /// <summary>The model that failed; null for a change that ends a cool-down.</summary>
    public ModelScopeKey? ReportedBy => Failure?.ReportedBy;

    /// <summary>The number of probes that failed in a row; 0 for a change that ends a cool-down.</summary>
    public int FailedProbes => Failure?.FailedProbes ?? 0;

    /// <summary>The failure; null for a change that ends a cool-down.</summary>
    internal CooldownEvidence? Failure { get; }

    /// <inheritdoc cref="CooldownCell.EndedUntil"/>
    internal long EndedUntil { get; private init; }

    /// <summary>Writes the change as one line of JSON, which <see cref="TryParse"/> can read.</summary>
    public string ToJson() => CooldownChangeJson.Write(this);

    /// <summary>Reads the JSON that <see cref="ToJson"/> writes.</summary>
    /// <param name="json">The text.</param>
    /// <returns>The change; null if the text is not a change, or comes from a newer version that changed the format incompatibly.</returns>
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

    /// <summary>Converts the change to another clock: the stamp and all times are moved. A missing deadline stays missing.</summary>
    /// <param name="offset">How far the other clock is ahead of this one.</param>
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

    /// <summary>The change in one line of text.</summary>
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
