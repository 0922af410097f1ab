namespace FailScope.Demo.Playing;

/// <summary>What the caller of an <c>OrderedFailoverChatClient</c> gets.</summary>
/// <param name="AnsweredBy">The model whose complete response it is; null if there is none.</param>
/// <param name="Throws">Whether it is an exception.</param>
/// <param name="InWords">The outcome in words.</param>
internal sealed record PeerOutcome(Model? AnsweredBy, bool Throws, string InWords);
