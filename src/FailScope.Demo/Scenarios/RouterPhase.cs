namespace FailScope.Demo.Scenarios;

/// <summary>A few requests that one router of a fleet sends, one after the other.</summary>
/// <param name="Router">The number of the router, from 1.</param>
/// <param name="Title">What the router knows or learns, in a few words.</param>
/// <param name="Requests">How many requests it sends.</param>
/// <param name="FailedCalls">How many of its calls may fail.</param>
internal sealed record RouterPhase(int Router, string Title, int Requests, int FailedCalls)
{
    /// <summary>Whether the server through which the routers share what they know has been stopped.</summary>
    internal bool IsServerDown { get; init; }
}
