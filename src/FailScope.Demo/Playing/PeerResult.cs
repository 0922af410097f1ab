namespace FailScope.Demo.Playing;

/// <summary>The result of the same request with an <c>OrderedFailoverChatClient</c>.</summary>
/// <param name="Calls">The number of calls.</param>
/// <param name="Outcome">What the caller got.</param>
internal sealed record PeerResult(int Calls, PeerOutcome Outcome);
