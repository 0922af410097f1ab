using System.Globalization;

namespace FailScope;

/// <summary>A cool-down: a scope that failed, why, and until when its models are left out. A snapshot that does not change.</summary>
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

    /// <summary>The key that the failure is remembered under.</summary>
    public IScopeKey Scope { get; }

    /// <summary>Whose it is; null for requests without a tenant, and where it counts for all of them.</summary>
    public string? Tenant { get; }

    /// <summary>Whether it counts for every tenant: provider scopes do.</summary>
    public bool IsForAllTenants => ScopeReach.IsForAllTenants(Scope.Kind);

    /// <summary>
    /// Whether the free models of the scope are retired too: money was refused to a free model, so the balance is negative. Always
    /// true for scopes that do not tell free from priced.
    /// </summary>
    public bool IncludesFree { get; }

    /// <summary>What went wrong last.</summary>
    public FailureKind Cause { get; }

    /// <summary>What decided the cause, as <see cref="Failure.Evidence"/>; null where nothing was given. Contains no secret.</summary>
    public string? Evidence { get; }

    /// <summary>The model whose failure it was.</summary>
    public ModelScopeKey ReportedBy { get; }

    /// <summary>When the cool-down began.</summary>
    public DateTimeOffset Since { get; }

    /// <summary>When it runs out; null where it lasts until it is reset.</summary>
    public DateTimeOffset? Until => IsUntilReset ? null : new DateTimeOffset(UntilTicks, TimeSpan.Zero);

    /// <summary>Whether it lasts until <see cref="ICooldowns.Reset"/>.</summary>
    public bool IsUntilReset => UntilTicks == CooldownEvidence.UntilReset;

    /// <summary>How many probes failed one after the other.</summary>
    public int FailedProbes { get; }

    /// <summary>How far it was when the snapshot was taken.</summary>
    public CooldownState State { get; }

    /// <summary>UTC ticks; <see cref="CooldownEvidence.UntilReset"/> where it lasts until it is reset.</summary>
    internal long UntilTicks { get; }

    /// <summary>Whether it keeps the model out of new turns while it lasts.</summary>
    /// <param name="model">A model.</param>
    public bool Retires(Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return ScopeReach.Retires(Scope.Kind, IncludesFree, model.IsFree)
            && string.Equals(model.ScopeText(Scope.Kind), Scope.Value, StringComparison.Ordinal);
    }

    /// <summary>The scope, the cause, since when and until when, in one line.</summary>
    public override string ToString()
    {
        string evidence = Evidence is null ? "" : $" ({Evidence})";
        string tenant = Tenant is null ? "" : $" for tenant '{Tenant}'";
        string until = IsUntilReset ? "until it is reset" : $"until {Text(Until!.Value)}";
        return $"{Scope.Value}{tenant}: {Cause}{evidence}, reported by {ReportedBy.Value}, since {Text(Since)}, {until}";
    }

    internal CooldownEntry With(CooldownState state) => new(this, state);

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

    /// <summary>An instant as messages write it.</summary>
    internal static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
