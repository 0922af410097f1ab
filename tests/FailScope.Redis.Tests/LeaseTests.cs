using CsCheck;

namespace FailScope.Redis.Tests;

/// <summary>Tests which leases a process requests from the server, and when. They need no server.</summary>
public sealed class LeaseTests
{
    private const long Patience = 5_000;
    private const int Most = 100;
    private readonly Clock _clock = new();
    private readonly Cooldowns _store;
    private readonly FleetLeases _leases;

    public LeaseTests()
    {
        _store = new Cooldowns(new CooldownOptions { TimeProvider = _clock, ProbeJitter = 0 });
        _leases = new FleetLeases(_store, _clock);
        _store.ReplicateWith(new Feed(_leases));
    }

    [Fact]
    public void The_queue_returns_expiring_cool_downs_in_the_order_of_their_deadlines() => Gen.Select(Gen.Int[0, 50].Array[0, 30], Gen.Int[0, 50]).Sample(
        (seconds, until) =>
        {
            var queue = new DueQueue();
            for (int i = 0; i < seconds.Length; i++)
            {
                queue.Add(KeyOf($"{i}"), At(seconds[i]));
            }

            var taken = new List<int>();
            while (queue.TryTake(At(until), out CooldownKey key))
            {
                taken.Add(seconds[int.Parse(key.Tenant!, System.Globalization.CultureInfo.InvariantCulture)]);
            }

            Assert.Equal(seconds.Where(second => second <= until).Order(), taken);
            Assert.Equal(seconds.Count(second => second > until), queue.Count);
        });

    [Fact]
    public void A_lease_is_requested_once_half_a_second_before_the_cool_down_expires()
    {
        Fail("red", 60);
        _clock.Now = At(59.4);
        Assert.Empty(Round().ToTake);
        _clock.Now = At(59.5);
        Assert.Equal(KeyOf("red"), Assert.Single(Round().ToTake).Key);
        Assert.Empty(Round().ToTake);
    }

    [Fact]
    public void The_lease_of_an_extended_cool_down_is_requested_at_its_new_deadline()
    {
        Fail("red", 60);
        Apply(other => Fail(other, "red", 120));
        _clock.Now = At(60);
        Assert.Empty(Round().ToTake);
        _clock.Now = At(119.5);
        Assert.Single(Round().ToTake);
    }

    [Fact]
    public void No_lease_is_requested_for_a_cool_down_that_ended_before_its_deadline()
    {
        Fail("red", 60);
        Round();
        _store.Reset(Shop.Main.CreditScope, "red");
        _clock.Now = At(60);
        Assert.Empty(Round().ToTake);
    }

    [Fact]
    public void No_lease_is_requested_for_a_cool_down_until_a_reset()
    {
        _store.Apply(CooldownChange.TryParse(ChangeOf("red", CooldownPolicy.UntilReset).ToJson())!);
        Assert.True(Assert.Single(_store.GetEntries()).IsUntilReset);
        _leases.Refill();
        _clock.Now = At(1_000_000);
        Assert.Empty(Round().ToTake);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_lease_is_released_when_its_cool_down_is_reset(bool forAllTenants)
    {
        Fail("red", 60);
        Fail("blue", 60);
        _clock.Now = At(60);
        List<FleetLease> leases = Round().ToTake;
        Assert.Equal(2, leases.Count);
        if (forAllTenants)
        {
            _store.ResetForAllTenants(Shop.Main.CreditScope);
        }
        else
        {
            _store.Reset(Shop.Main.CreditScope, "blue");
        }

        Assert.Equal(forAllTenants ? leases.OrderBy(lease => lease.Key.Tenant) : leases.Where(lease => lease.Key.Tenant == "blue"), Round().ToRelease.OrderBy(lease => lease.Key.Tenant));
    }

    [Fact]
    public void A_change_without_a_message_is_found_at_the_next_comparison()
    {
        var quiet = new FleetLeases(_store, _clock);
        Fail("red", 60);
        Fail("blue", 60);
        _clock.Now = At(60);
        Assert.Empty(quiet.NextRound(0, Most).ToTake);
        quiet.Refill();
        Assert.Equal(2, quiet.NextRound(0, Most).ToTake.Count);
        _store.Reset(Shop.Main.CreditScope, "blue");
        quiet.Refill();
        LeaseRound round = quiet.NextRound(0, Most);
        Assert.Equal("blue", Assert.Single(round.ToRelease).Key.Tenant);
        Assert.Empty(round.ToTake);
    }

    [Fact]
    public void A_request_that_finds_an_expired_cool_down_before_the_worker_does_causes_a_lease_request()
    {
        var quiet = new FleetLeases(_store, _clock);
        Fail("red", 60);
        _clock.Now = At(60);
        Assert.False(quiet.MayProbe(_store.GetEntries()[0], 0, Patience));
        Assert.Single(quiet.NextRound(0, Most).ToTake);
    }

    [Fact]
    public void Leases_beyond_the_limit_of_a_round_wait_for_the_next_round()
    {
        for (int i = 0; i < 25; i++)
        {
            Fail($"{i}", 60);
        }

        _clock.Now = At(60);
        Assert.Equal([10, 10, 5, 0], Enumerable.Range(0, 4).Select(_ => _leases.NextRound(0, 10).ToTake.Count));
    }

    [Fact]
    public void A_lease_in_use_is_extended_once_and_a_new_one_begins_when_it_expires()
    {
        FleetLease lease = Take("red", 1_000);
        lease.Hold(4_000, 6_100, 6_100);
        _leases.Schedule(lease);
        CooldownEntry entry = _store.GetEntries()[0];
        Assert.True(_leases.MayProbe(entry, 1_500, Patience));
        Assert.True(_leases.MayProbe(entry, 1_500, Patience));
        Assert.Same(lease, Assert.Single(_leases.NextRound(1_600, Most).ToExtend));
        lease.Hold(121_600, 121_600, 121_600);
        _leases.Schedule(lease);
        Assert.Empty(_leases.NextRound(7_000, Most).ToExtend.Concat(_leases.NextRound(7_000, Most).ToTake));
        _leases.NextRound(121_600, Most);
        Assert.NotSame(lease, Assert.Single(_leases.NextRound(121_650, Most).ToTake));
    }

    [Fact]
    public void An_unneeded_lease_is_requested_less_and_less_often_until_a_request_needs_it()
    {
        FleetLease lease = Take("red", 0);
        CooldownEntry entry = _store.GetEntries()[0];
        long now = 0;
        var pauses = new List<long>();
        for (int i = 0; i < 8; i++)
        {
            long next = now + lease.NextPause(100);
            pauses.Add(next - now);
            lease.Lose(now, next);
            _leases.Schedule(lease);
            Assert.Empty(_leases.NextRound(next - 1, Most).ToTake);
            Assert.Same(lease, Assert.Single(_leases.NextRound(next, Most).ToTake));
            now = next;
        }

        Assert.Equal([5_000, 10_000, 20_000, 40_000, 80_000, 160_000, 300_000, 300_000], pauses);

        lease.Lose(now, now + lease.NextPause(100));
        _leases.Schedule(lease);
        Assert.False(_leases.MayProbe(entry, now + 100_000, Patience));
        Assert.Same(lease, Assert.Single(_leases.NextRound(now + 100_000, Most).ToTake));
        Assert.Equal(100, lease.NextPause(100));
    }

    [Fact]
    public void The_timeout_of_the_server_starts_when_a_request_first_needs_the_lease()
    {
        var lease = new FleetLease(KeyOf("red"));
        lease.Lose(0, 300_000);
        Assert.False(lease.MayProbe(200_000, Patience, out bool isNews));
        Assert.True(isNews);
        Assert.False(lease.MayProbe(205_000, Patience, out isNews));
        Assert.False(isNews);
        Assert.True(lease.MayProbe(205_001, Patience, out _));
        lease.Lose(206_000, 206_100);
        Assert.False(lease.MayProbe(211_000, Patience, out _));
        Assert.True(lease.MayProbe(211_001, Patience, out _));

        // The server keeps it for this process for longer than a request may use it.
        lease.Hold(214_000, 216_100, 216_100);
        Assert.False(lease.MayProbe(221_000, Patience, out _));
    }

    private FleetLease Take(string tenant, long now)
    {
        Fail(tenant, 60);
        _clock.Now = At(60);
        return Assert.Single(_leases.NextRound(now, Most).ToTake);
    }

    private LeaseRound Round() => _leases.NextRound(0, Most);

    private void Fail(string tenant, int seconds) => Fail(_store, tenant, seconds);

    private static void Fail(Cooldowns store, string tenant, int seconds) =>
        store.Failed(Begin(store, tenant), new Failure(FailureKind.CreditExhausted) { RetryAfter = TimeSpan.FromSeconds(seconds) });

    private static CooldownAttempt Begin(Cooldowns store, string tenant)
    {
        FallbackState state = Shop.Chat.Start(store, tenant);
        Assert.True(store.TryBegin(ref state, out CooldownAttempt attempt, tenant) && attempt.Model == Shop.Large);
        return attempt;
    }

    /// <summary>Stores a cool-down as if it came from another process.</summary>
    private void Apply(Action<Cooldowns> play)
    {
        var other = new Cooldowns(new CooldownOptions { TimeProvider = _clock, ProbeJitter = 0 });
        play(other);
        foreach (CooldownChange change in other.Export())
        {
            Assert.True(_store.Apply(change));
            _leases.Changed(change);
        }
    }

    private CooldownChange ChangeOf(string tenant, CooldownPolicy policy)
    {
        var other = new Cooldowns(new CooldownOptions { TimeProvider = _clock }.Set(FailureKind.CreditExhausted, policy));
        other.Failed(Begin(other, tenant), new Failure(FailureKind.CreditExhausted));
        return Assert.Single(other.Export());
    }

    private static CooldownKey KeyOf(string tenant) => new(Shop.Main.CreditScope, tenant, IncludesFree: false);

    private static DateTimeOffset At(double seconds) => Clock.Noon.AddSeconds(seconds);

    private sealed class Clock : TimeProvider
    {
        internal static readonly DateTimeOffset Noon = new(2026, 8, 1, 12, 0, 0, TimeSpan.Zero);

        internal DateTimeOffset Now { get; set; } = Noon;

        public override DateTimeOffset GetUtcNow() => Now;
    }

    /// <summary>Passes each change to the leases at once.</summary>
    private sealed class Feed(FleetLeases leases) : ICooldownReplicator
    {
        public void Publish(CooldownChange change) => leases.Changed(change);

        public bool MayProbe(CooldownEntry entry) => true;
    }
}
