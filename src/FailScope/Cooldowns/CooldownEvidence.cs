namespace FailScope;

/// <summary>One failure under a scope key, as it is remembered and sent to other processes.</summary>
/// <param name="Stamp">When it was remembered, see <see cref="CooldownClock"/>.</param>
/// <param name="Until">When it runs out, UTC ticks; <see cref="UntilReset"/> where only a reset ends it.</param>
/// <param name="Since">When the cool-down that it is a part of began, UTC ticks.</param>
/// <param name="Cause">What went wrong.</param>
/// <param name="Evidence">What decided the cause.</param>
/// <param name="ReportedBy">The model whose failure it was.</param>
/// <param name="FailedProbes">How many probes failed one after the other, this one included.</param>
/// <param name="KeyHash">The keyed hash of the key that the failure speaks of; null where it is unknown or does not matter.</param>
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

    /// <summary>What decided the cause, without secrets. It may come from a caller, a file or another process, so it is made safe here.</summary>
    public string? Evidence { get; init; } = Evidence is null ? null : SafeText.Make(Evidence, MaxEvidence);

    /// <summary>Whether this says everything that the other one does: it is not older, and does not run out sooner.</summary>
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
