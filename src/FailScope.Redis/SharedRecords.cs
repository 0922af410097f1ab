using StackExchange.Redis;

namespace FailScope.Redis;

/// <summary>
/// What the fleet remembers, on the server: one sorted set of changes as JSON, scored by the time until which each is kept. Adding the same
/// change twice leaves one, so nothing has to be compared on the server.
/// </summary>
internal static class SharedRecords
{
    // A process that the network kept away for this long is still told what ended meanwhile.
    private static readonly TimeSpan Reserve = TimeSpan.FromHours(1);

    /// <summary>Until when a change is kept, in milliseconds since 1970 on the server's clock.</summary>
    internal static double KeptUntil(CooldownChange change) => (change.MattersUntil + Reserve).ToUnixTimeMilliseconds();

    /// <summary>Those that say nothing that others do not say: to be removed.</summary>
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

    // Equal ones are both kept: which of them counts is the store's decision.
    private static bool Covers(CooldownChange change, CooldownChange other) =>
        change.Stamp >= other.Stamp && End(change) >= End(other) && (change.Stamp > other.Stamp || End(change) > End(other));

    private static DateTimeOffset End(CooldownChange change) => change.Until ?? DateTimeOffset.MaxValue;

    // A reset reaches further than an answer: each is compared with its own kind only.
    private static string Cell(CooldownChange change) =>
        $"{change.Kind == CooldownChangeKind.Reset}:{change.IsForAllTenants}:{change.IncludesFree}:{change.Scope.Value.Length}:{change.Scope.Value}:{change.Tenant}";
}
