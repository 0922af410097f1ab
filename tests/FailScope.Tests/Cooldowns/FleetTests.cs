using CsCheck;
using FailScope.Tests.Fixtures;

namespace FailScope.Tests.Cooldowns;

public sealed class FleetTests
{
    [Fact]
    public void A_failure_in_one_process_is_known_to_the_others()
    {
        var fleet = new Fleet(3);
        fleet.Nodes[0].Rig.Fail(Shop.Large, FailureKind.CreditExhausted);
        fleet.Deliver();
        Assert.All(fleet.Nodes, node => Assert.Equal("SmallFree, LargeSpare, DirectA, DirectB", node.Rig.Alive()));
        fleet.Nodes[2].Rig.Store.Reset(Shop.Main.CreditScope);
        fleet.Deliver();
        Assert.All(fleet.Nodes, node => Assert.Empty(node.Rig.Store.GetEntries()));
    }

    [Fact]
    public void One_probe_is_sent_in_the_whole_fleet_and_its_success_frees_all()
    {
        var fleet = new Fleet(4);
        fleet.Nodes[0].Rig.Fail(Shop.Large, FailureKind.CreditExhausted);
        fleet.Deliver();
        fleet.Advance(TimeSpan.FromMinutes(10));
        (Fleet.Node Node, CooldownAttempt? Attempt)[] began = [.. fleet.Nodes.SelectMany(node => new[] { node, node }).Select(node => (node, node.Rig.Begin(Shop.Large)))];
        (Fleet.Node holder, CooldownAttempt? probe) = Assert.Single(began, row => row.Attempt is not null);
        holder.Rig.Store.Answered(probe!.Value);
        fleet.Deliver();
        Assert.All(fleet.Nodes, node => Assert.NotNull(node.Rig.Begin(Shop.Large)));
    }

    [Fact]
    public void A_failed_probe_makes_the_whole_fleet_wait_longer()
    {
        var fleet = new Fleet(3);
        fleet.Nodes[0].Rig.Fail(Shop.Large, FailureKind.CreditExhausted);
        fleet.Deliver();
        fleet.Advance(TimeSpan.FromMinutes(10));
        Fleet.Node holder = fleet.Nodes.Single(node => node.Rig.Begin(Shop.Large) is { } attempt && Fail(node, attempt));
        fleet.Deliver();
        Assert.All(fleet.Nodes, node => Assert.Equal(holder.Rig.Clock.GetUtcNow().AddMinutes(20), Assert.Single(node.Rig.Store.GetEntries()).Until));

        static bool Fail(Fleet.Node node, CooldownAttempt attempt)
        {
            node.Rig.Store.Failed(attempt, new Failure(FailureKind.CreditExhausted));
            return true;
        }
    }

    [Fact]
    public void While_no_lease_is_available_every_process_probes_once()
    {
        var fleet = new Fleet(3) { IsLeaseServiceDown = true };
        fleet.Nodes[0].Rig.Fail(Shop.Large, FailureKind.CreditExhausted);
        fleet.Deliver();
        fleet.Advance(TimeSpan.FromMinutes(10));
        Assert.All(fleet.Nodes, node => Assert.NotNull(node.Rig.Begin(Shop.Large)));
        Assert.All(fleet.Nodes, node => Assert.Null(node.Rig.Begin(Shop.Large)));
    }

    [Fact]
    public void A_disconnected_process_uses_its_own_memory()
    {
        var alone = new CooldownRig();
        alone.Store.ReplicateWith(new Broken());
        alone.Fail(Shop.Large, FailureKind.CreditExhausted);
        Assert.Equal("SmallFree, LargeSpare, DirectA, DirectB", alone.Alive());
        alone.Clock.Advance(TimeSpan.FromMinutes(10));
        alone.Answer(Shop.Large);
        Assert.Empty(alone.Store.GetEntries());
    }

    [Fact]
    public void Processes_agree_whatever_messages_the_network_loses_repeats_and_reorders() =>
        Gen.Select(Gen.Select(Gen.Int[0, 2], Gen.Int[0, 5], Gen.Int[0, 5]).Array[1, 30], Gen.Int).Sample((steps, seed) =>
        {
            var fleet = new Fleet(3, seed) { LosesMessages = true };
            foreach ((int number, int what, int which) in steps)
            {
                Play(fleet, fleet.Nodes[number].Rig, what, Shop.All.Models[which]);
            }

            fleet.Synchronize();
            string[][] remembered = [.. fleet.Nodes.Select(node => (string[])[.. node.Rig.Store.GetEntries().Select(entry => entry.With(CooldownState.Due).ToString())])];
            Assert.Equal(remembered[0], remembered[1]);
            Assert.Equal(remembered[0], remembered[2]);
        }, iter: Iterations.Or(300));

    private static void Play(Fleet fleet, CooldownRig rig, int what, Model model)
    {
        switch (what)
        {
            case 0:
                fleet.Deliver();
                break;
            case 1:
                fleet.Advance(TimeSpan.FromMinutes(3));
                break;
            case 2:
                rig.Store.Reset(model.Account.CreditScope);
                break;
            case 3 when rig.Begin(model) is { } answered:
                rig.Store.Answered(answered);
                break;
            default:
                if (rig.Begin(model) is { } failed)
                {
                    rig.Store.Failed(failed, new Failure(what == 4 ? FailureKind.RateLimited : FailureKind.CreditExhausted));
                }

                break;
        }
    }

    private sealed class Broken : ICooldownReplicator
    {
        public void Publish(CooldownChange change) => throw new IOException("the network is down");

        public bool MayProbe(CooldownEntry entry) => throw new IOException("the network is down");
    }
}
