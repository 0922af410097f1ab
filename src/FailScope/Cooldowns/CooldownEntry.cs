using System.Globalization;

namespace FailScope;

/// <summary>A cool-down: a scope that failed, the cause, and until when its models are skipped. An immutable snapshot.</summary>
public sealed class CooldownEntry
{
    internal CooldownEntry(IScopeKey scope, string? tenant, bool includesFree, CooldownEvidence evidence)
    {
        Scope = scope;
        Tenant = tenant;
        IncludesFree = includesFree;
        Cause = evidence.Cause;
        Evidence = evidence.Evidence;
        ReportedBy = evidence.ReportedBy;
        FailedProbes = evidence.FailedProbes;
        Since = new DateTimeOffset(evidence.Since, TimeSpan.Zero);
        UntilTicks = evidence.Until;
    }

    /// <summary>The scope key under which the failure is remembered.</summary>
    public IScopeKey Scope { get; }

    /// <summary>The tenant; null for requests without a tenant, or if the cool-down applies to all tenants.</summary>
    public string? Tenant { get; }

    /// <summary>Whether it applies to all tenants, which is the case for provider scopes.</summary>
    public bool IsForAllTenants => ScopeReach.IsForAllTenants(Scope.Kind);

    /// <summary>
    /// Whether the free models of the scope are retired too. For a credit scope, this is the case if a free model failed for lack of credit,
    /// because the balance is negative then. Always true for scopes that do not distinguish free and priced models.
    /// </summary>
    public bool IncludesFree { get; }

    /// <summary>The kind of the last failure.</summary>
    public FailureKind Cause { get; }

    /// <summary>The evidence for the kind, see <see cref="Failure.Evidence"/>; null if there is none. Contains no secret.</summary>
    public string? Evidence { get; }

    /// <summary>The model that failed.</summary>
    public ModelScopeKey ReportedBy { get; }

    /// <summary>When the cool-down began.</summary>
    public DateTimeOffset Since { get; }

    /// <summary>When it expires; null if it lasts until it is reset.</summary>
    public DateTimeOffset? Until => IsUntilReset ? null : new DateTimeOffset(UntilTicks, TimeSpan.Zero);

    /// <summary>Whether it lasts until <see cref="ICooldowns.Reset"/>.</summary>
    public bool IsUntilReset => UntilTicks == CooldownEvidence.UntilReset;

    /// <summary>The number of probes that failed in a row.</summary>
    public int FailedProbes { get; }

    /// <summary>Its state when the snapshot was taken.</summary>
    public CooldownState State { get; }

    /// <summary>When it expires, in UTC ticks; <see cref="CooldownEvidence.UntilReset"/> if it lasts until it is reset.</summary>
    internal long UntilTicks { get; }

    /// <summary>Whether it excludes the model from new turns while it lasts.</summary>
    /// <param name="model">A model.</param>
    public bool Retires(Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return ScopeReach.Retires(Scope.Kind, IncludesFree, model.IsFree)
            && string.Equals(model.ScopeText(Scope.Kind), Scope.Value, StringComparison.Ordinal);
    }

    /// <summary>The scope, the cause, the start and the end, in one line.</summary>
    public override string ToString()
    {
        string evidence = Evidence is null ? "" : $" ({Evidence})";
        string tenant = Tenant is null ? "" : $" for tenant '{Tenant}'";
        string until = IsUntilReset ? "until it is reset" : $"until {Text(Until!.Value)}";
        return $"{Scope.Value}{tenant}: {Cause}{evidence}, reported by {ReportedBy.Value}, since {Text(Since)}, {until}";
    }

    /// <summary>The entry in another state. The same object if it has that state already, so that listing cooling entries copies nothing.</summary>
    internal CooldownEntry With(CooldownState state) => state == State ? this : new(this, state);

    /// <summary>Sorts the entries of one chain or scope key.</summary>
    internal static IReadOnlyList<CooldownEntry> LongestFirst(IEnumerable<CooldownEntry> entries) =>
    [
        .. entries
            .OrderByDescending(entry => entry.UntilTicks)
            .ThenBy(entry => entry.Scope.Value, StringComparer.Ordinal)
            .ThenBy(entry => entry.IncludesFree),
    ];

    private CooldownEntry(CooldownEntry other, CooldownState state)
    {
        Scope = other.Scope;
        Tenant = other.Tenant;
        IncludesFree = other.IncludesFree;
        Cause = other.Cause;
        Evidence = other.Evidence;
        ReportedBy = other.ReportedBy;
        FailedProbes = other.FailedProbes;
        Since = other.Since;
        UntilTicks = other.UntilTicks;
        State = state;
    }

    /// <summary>A time in the format that messages use.</summary>
    internal static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
