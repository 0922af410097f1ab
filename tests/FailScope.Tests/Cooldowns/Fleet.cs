namespace FailScope.Tests.Cooldowns;

/// <summary>
/// Several processes simulated in one. Each has a store. They exchange changes over a network that loses, repeats and reorders messages,
/// and compete for leases of a service that can be down.
/// </summary>
internal sealed class Fleet
{
    private readonly Random _random;
    private readonly List<(Node To, string Json)> _underWay = [];
    private readonly Dictionary<string, (Node Holder, DateTimeOffset Until)> _leases = [];

    internal Fleet(int nodes, int seed = 1)
    {
        _random = new Random(seed);
        Nodes = [.. Enumerable.Range(0, nodes).Select(_ => new Node(this))];
    }

    internal Node[] Nodes { get; }

    internal bool LosesMessages { get; set; }

    internal bool IsLeaseServiceDown { get; set; }

    /// <summary>Advances the time for all. Shortly before a cool-down expires, the nodes compete for its lease in the background.</summary>
    internal void Advance(TimeSpan time)
    {
        foreach (Node node in Nodes)
        {
            node.Rig.Clock.Advance(time);
        }

        foreach (Node node in Nodes.OrderBy(_ => _random.Next()))
        {
            foreach (CooldownEntry entry in node.Rig.Store.GetEntries().Where(entry => entry.Until <= node.Rig.Clock.GetUtcNow().AddSeconds(1)))
            {
                Compete(node, entry);
            }
        }
    }

    /// <summary>Delivers all pending messages in any order, some of them twice.</summary>
    internal void Deliver()
    {
        (Node To, string Json)[] messages = [.. _underWay, .. _underWay.Where(_ => _random.Next(3) == 0)];
        _underWay.Clear();
        _random.Shuffle(messages);
        foreach ((Node to, string json) in messages)
        {
            to.Rig.Store.Apply(CooldownChange.TryParse(json)!);
        }
    }

    /// <summary>Every process sends its whole memory, as after a reconnect.</summary>
    internal void Synchronize()
    {
        LosesMessages = false;
        foreach (Node node in Nodes)
        {
            foreach (CooldownChange change in node.Rig.Store.Export())
            {
                Send(node, change);
            }
        }

        Deliver();
    }

    private static string KeyOf(CooldownEntry entry) => $"{entry.Tenant}|{entry.Scope.Value}|{entry.IncludesFree}";

    private void Compete(Node node, CooldownEntry entry)
    {
        DateTimeOffset now = node.Rig.Clock.GetUtcNow();
        if (!_leases.TryGetValue(KeyOf(entry), out (Node Holder, DateTimeOffset Until) lease) || lease.Until <= now)
        {
            _leases[KeyOf(entry)] = (node, now.AddMinutes(2));
        }
    }

    private void Send(Node from, CooldownChange change)
    {
        foreach (Node node in Nodes.Where(node => node != from && !(LosesMessages && _random.Next(2) == 0)))
        {
            _underWay.Add((node, change.ToJson()));
        }
    }

    internal sealed class Node : ICooldownReplicator
    {
        private readonly Fleet _fleet;

        internal Node(Fleet fleet)
        {
            _fleet = fleet;
            Rig.Store.ReplicateWith(this);
        }

        internal CooldownRig Rig { get; } = new();

        public void Publish(CooldownChange change) => _fleet.Send(this, change);

        public bool MayProbe(CooldownEntry entry) =>
            _fleet.IsLeaseServiceDown
            || (_fleet._leases.TryGetValue(KeyOf(entry), out (Node Holder, DateTimeOffset Until) lease) && lease.Holder == this && lease.Until > Rig.Clock.GetUtcNow());
    }
}
