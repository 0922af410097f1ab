namespace FailScope.Demo.Playing;

/// <summary>What became of the same request in the hands of an <c>OrderedFailoverChatClient</c>.</summary>
/// <param name="Calls">How many calls it made.</param>
/// <param name="Outcome">What the caller got.</param>
internal sealed record PeerResult(int Calls, PeerOutcome Outcome);
