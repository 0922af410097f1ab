namespace FailScope;

/// <summary>One failure under a scope key, as it is remembered and sent to other processes.</summary>
/// <param name="Stamp">When it was remembered, see <see cref="CooldownClock"/>.</param>
/// <param name="Until">When it expires, in UTC ticks; <see cref="UntilReset"/> if only a reset ends it.</param>
/// <param name="Since">When the cool-down that it belongs to began, in UTC ticks.</param>
/// <param name="Cause">The kind of failure.</param>
/// <param name="Evidence">The evidence for the kind.</param>
/// <param name="ReportedBy">The model that failed.</param>
/// <param name="FailedProbes">The number of probes that failed in a row, including this one.</param>
/// <param name="KeyHash">The keyed hash of the API key that the failure is about; null if it is unknown or irrelevant.</param>
internal sealed record CooldownEvidence(
    long Stamp,
    long Until,
    long Since,
    FailureKind Cause,
    string? Evidence,
    ModelScopeKey ReportedBy,
    int FailedProbes,
    string? KeyHash) : IComparable<CooldownEvidence>
{
    internal const long UntilReset = long.MaxValue;

    private const int MaxEvidence = 500;

    /// <summary>The evidence for the kind, without secrets. It may come from a caller, a file or another process, so secrets are removed here.</summary>
    public string? Evidence { get; init; } = Evidence is null ? null : SafeText.Make(Evidence, MaxEvidence);

    /// <summary>Whether this makes the other one redundant: it is not older and does not expire sooner.</summary>
    internal bool Covers(CooldownEvidence other) => Stamp == other.Stamp && Until == other.Until
        ? CompareTo(other) >= 0
        : Stamp >= other.Stamp && Until >= other.Until;

    /// <summary>A total order, so that all processes that know the same failures show the same one.</summary>
    public int CompareTo(CooldownEvidence? other)
    {
        if (other is null)
        {
            return 1;
        }

        int order = Until.CompareTo(other.Until);
        order = order != 0 ? order : Stamp.CompareTo(other.Stamp);
        order = order != 0 ? order : FailedProbes.CompareTo(other.FailedProbes);
        order = order != 0 ? order : Since.CompareTo(other.Since);
        order = order != 0 ? order : Cause.CompareTo(other.Cause);
        order = order != 0 ? order : string.CompareOrdinal(ReportedBy.Value, other.ReportedBy.Value);
        order = order != 0 ? order : string.CompareOrdinal(Evidence, other.Evidence);
        return order != 0 ? order : string.CompareOrdinal(KeyHash, other.KeyHash);
    }
}
