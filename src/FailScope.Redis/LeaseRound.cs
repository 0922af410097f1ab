namespace FailScope.Redis;

/// <summary>The leases that the worker requests, extends and releases in one round.</summary>
internal sealed class LeaseRound
{
    /// <summary>Leases that a request began to use: they have to last as long as a probe may take.</summary>
    internal List<FleetLease> ToExtend { get; } = [];

    /// <summary>Leases of cool-downs that are about to expire or have expired.</summary>
    internal List<FleetLease> ToTake { get; } = [];

    /// <summary>Leases of cool-downs that are no longer due.</summary>
    internal List<FleetLease> ToRelease { get; } = [];
}
