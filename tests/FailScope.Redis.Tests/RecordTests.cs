using CsCheck;
using StackExchange.Redis;

namespace FailScope.Redis.Tests;

/// <summary>The records on the server: which can be removed, how long they are kept, and how they are converted between clocks.</summary>
public sealed class RecordTests
{
    private static readonly DateTimeOffset Noon = new(2026, 8, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly Gen<CooldownChange[]> Histories =
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 600], (what, who, tenant, seconds) => new Step(what, who, tenant, seconds)).Array[1, 40].Select(Play);

    [Fact]
    public void A_removed_record_is_covered_by_the_remaining_ones() => Histories.Sample(
        changes =>
        {
            List<(RedisValue Text, CooldownChange Change)> records = [.. changes.DistinctBy(change => change.ToJson()).Select(change => ((RedisValue)change.ToJson(), change))];
            HashSet<RedisValue> removed = [.. SharedRecords.Superseded(records)];
            Assert.Equal(Memory(records.Select(record => record.Change)), Memory(records.Where(record => !removed.Contains(record.Text)).Select(record => record.Change)));

            // The remaining records are not removed the next time.
            Assert.Empty(SharedRecords.Superseded([.. records.Where(record => !removed.Contains(record.Text))]));
        },
        iter: Iterations.Or(1_000));

    [Fact]
    public void The_order_of_arrival_does_not_matter() => Gen.Select(Histories, Gen.Int).Sample(
        (changes, seed) =>
        {
            CooldownChange[] shuffled = [.. changes, .. changes];
            new Random(seed).Shuffle(shuffled);
            Assert.Equal(Memory(changes), Memory(shuffled));
        },
        iter: Iterations.Or(1_000));

    [Fact]
    public void A_change_converted_to_another_clock_and_back_is_unchanged() => Gen.Select(Histories, Gen.Int[-600_000, 600_000]).Sample(
        (changes, milliseconds) =>
        {
            TimeSpan offset = TimeSpan.FromMilliseconds(milliseconds);
            foreach (CooldownChange change in changes)
            {
                CooldownChange there = CooldownChange.TryParse(change.ShiftedBy(offset).ToJson())!;
                Assert.Equal(change.ToJson(), there.ShiftedBy(-offset).ToJson());
                Assert.Equal(change.Until + offset, there.Until);
                Assert.Equal(change.Stamp + offset.Ticks, there.Stamp);
            }
        },
        iter: Iterations.Or(1_000));

    [Fact]
    public void Nodes_with_clocks_minutes_apart_remember_a_failure_for_the_same_time() => Gen.Select(Histories, Gen.Int[-900, 900]).Sample(
        (changes, seconds) =>
        {
            TimeSpan offset = TimeSpan.FromSeconds(seconds);
            Assert.Equal(
                Memory(changes).Select(entry => entry with { Until = entry.Until + offset }),
                Memory(changes.Select(change => change.ShiftedBy(offset)), offset));
        },
        iter: Iterations.Or(1_000));

    [Fact]
    public void A_failure_is_kept_longer_than_it_lasts_and_an_end_longer_than_what_it_ended() => Histories.Sample(
        changes =>
        {
            foreach (CooldownChange change in changes)
            {
                DateTimeOffset kept = DateTimeOffset.FromUnixTimeMilliseconds((long)SharedRecords.KeptUntil(change));
                DateTimeOffset stamped = new(change.Stamp, TimeSpan.Zero);
                Assert.True(kept > (change.Until ?? stamped), change.ToString());
                if (change.Kind == CooldownChangeKind.Answered)
                {
                    // A reset is kept for a year. An end is removed soon after the last deadline of anything that it ended.
                    Assert.True(kept <= Noon.AddHours(3), change.ToString());
                }
            }
        },
        iter: Iterations.Or(1_000));

    [Fact]
    public void An_end_outlives_the_longest_failure_that_it_ended_even_after_a_merge()
    {
        var clock = new StoppedClock { Now = Noon };
        var changes = new Recorder();
        var first = new Cooldowns(new CooldownOptions { TimeProvider = clock });
        var second = new Cooldowns(new CooldownOptions { TimeProvider = clock });
        first.ReplicateWith(changes);
        FallbackState state = Shop.Chat.Start();
        first.TryBegin(ref state, out CooldownAttempt attempt);
        first.Failed(attempt, new Failure(FailureKind.CreditExhausted) { RetryAfter = TimeSpan.FromHours(5) });
        clock.Now = Noon.AddHours(6);
        state = Shop.Chat.Start();
        Assert.True(first.TryBegin(ref state, out CooldownAttempt probe) && probe.IsProbe);
        first.Answered(probe);

        changes.All.ForEach(change => second.Apply(change));
        CooldownChange end = Assert.Single(second.Export(), change => change.Kind == CooldownChangeKind.Answered);
        Assert.Equal(Noon.AddHours(5), end.MattersUntil);
        Assert.Equal(Noon.AddHours(6), DateTimeOffset.FromUnixTimeMilliseconds((long)SharedRecords.KeptUntil(end)));
    }

    /// <summary>The memory of a store after some changes.</summary>
    private static IEnumerable<Remembered> Memory(IEnumerable<CooldownChange> changes, TimeSpan offset = default)
    {
        var store = new Cooldowns(new CooldownOptions { TimeProvider = new StoppedClock { Now = Noon.AddHours(1) + offset } });
        foreach (CooldownChange change in changes)
        {
            store.Apply(change);
        }

        return store.GetEntries().Select(entry => new Remembered(entry.Scope.Value, entry.Tenant, entry.IncludesFree, entry.Until, entry.Cause));
    }

    /// <summary>The changes of several nodes that are not connected.</summary>
    private static CooldownChange[] Play(Step[] steps)
    {
        var clock = new StoppedClock { Now = Noon };
        var changes = new Recorder();
        Cooldowns[] nodes = [.. Enumerable.Range(0, 3).Select(_ => new Cooldowns(new CooldownOptions { TimeProvider = clock, ProbeJitter = 0 }))];
        Array.ForEach(nodes, node => node.ReplicateWith(changes));
        foreach (Step step in steps)
        {
            clock.Now += TimeSpan.FromSeconds(step.Seconds) / 10;
            Cooldowns node = nodes[step.Node % nodes.Length];
            string? tenant = step.Tenant == 0 ? null : $"tenant {step.Tenant}";
            FallbackState state = Shop.Chat.Start();
            switch (step.What)
            {
                case 0:
                    node.Reset(Shop.Main.CreditScope, tenant);
                    break;
                case 1:
                    node.ResetForAllTenants(Shop.Main.CreditScope);
                    break;
                case var what when node.TryBegin(ref state, out CooldownAttempt attempt, tenant):
                    if (what == 2)
                    {
                        node.Answered(attempt);
                    }
                    else
                    {
                        FailureKind kind = what == 3 ? FailureKind.RateLimited : FailureKind.CreditExhausted;
                        node.Failed(attempt, new Failure(kind) { RetryAfter = TimeSpan.FromSeconds(1 + step.Seconds) });
                    }

                    break;
            }
        }

        // A node without changes reports a reset.
        nodes[0].Reset(Shop.Own.CredentialScope);
        return [.. changes.All];
    }

    private readonly record struct Step(int What, int Node, int Tenant, int Seconds);

    private sealed record Remembered(string Scope, string? Tenant, bool IncludesFree, DateTimeOffset? Until, FailureKind Cause);

    private sealed class StoppedClock : TimeProvider
    {
        internal DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private sealed class Recorder : ICooldownReplicator
    {
        internal List<CooldownChange> All { get; } = [];

        public void Publish(CooldownChange change) => All.Add(change);

        public bool MayProbe(CooldownEntry entry) => true;
    }
}
