using StackExchange.Redis;

namespace FailScope.Redis;

/// <summary>
/// The memory of the fleet on the server: one sorted set of changes as JSON, scored by the time until which each is kept. Adding the same
/// change twice has no effect, so the server needs no comparison logic.
/// </summary>
internal static class SharedRecords
{
    // A process that was disconnected for this long still learns what ended in the meantime.
    private static readonly TimeSpan Reserve = TimeSpan.FromHours(1);

    /// <summary>Until when a change is kept, in milliseconds since 1970 on the server's clock.</summary>
    internal static double KeptUntil(CooldownChange change) => (change.MattersUntil + Reserve).ToUnixTimeMilliseconds();

    /// <summary>The records that are made redundant by others, to be removed.</summary>
    internal static RedisValue[] Superseded(IReadOnlyList<(RedisValue Text, CooldownChange Change)> records)
    {
        var superseded = new List<RedisValue>();
        foreach (IGrouping<string, (RedisValue Text, CooldownChange Change)> group in records.GroupBy(record => Cell(record.Change), StringComparer.Ordinal))
        {
            (RedisValue Text, CooldownChange Change)[] failures = [.. group.Where(record => record.Change.Cause is not null)];
            (RedisValue Text, CooldownChange Change)[] ends = [.. group.Except(failures).OrderBy(record => record.Change.Stamp).ThenBy(record => record.Change.MattersUntil)];
            long ended = ends is [.., var last] ? last.Change.Stamp : -1;
            superseded.AddRange(ends.SkipLast(1).Select(record => record.Text));
            superseded.AddRange(failures
                .Where(record => record.Change.Stamp <= ended || Array.Exists(failures, other => Covers(other.Change, record.Change)))
                .Select(record => record.Text));
        }

        return [.. superseded];
    }

    // If two are equal, both are kept: the store decides which one it uses.
    private static bool Covers(CooldownChange change, CooldownChange other) =>
        change.Stamp >= other.Stamp && End(change) >= End(other) && (change.Stamp > other.Stamp || End(change) > End(other));

    private static DateTimeOffset End(CooldownChange change) => change.Until ?? DateTimeOffset.MaxValue;

    // A reset applies to more than a success, so each is compared only with its own kind.
    private static string Cell(CooldownChange change) =>
        $"{change.Kind == CooldownChangeKind.Reset}:{change.IsForAllTenants}:{change.IncludesFree}:{change.Scope.Value.Length}:{change.Scope.Value}:{change.Tenant}";
}
