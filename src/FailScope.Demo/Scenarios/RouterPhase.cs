namespace FailScope.Demo.Scenarios;

/// <summary>A few requests of one router of a fleet, in sequence.</summary>
/// <param name="Router">The number of the router, from 1.</param>
/// <param name="Title">What the router knows or learns, in a few words.</param>
/// <param name="Requests">The number of requests.</param>
/// <param name="FailedCalls">The number of its calls that may fail.</param>
internal sealed record RouterPhase(int Router, string Title, int Requests, int FailedCalls)
{
    /// <summary>Whether the server for the shared memory has been stopped.</summary>
    internal bool IsServerDown { get; init; }
}
