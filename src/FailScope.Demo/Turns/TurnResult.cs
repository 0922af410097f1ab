namespace FailScope.Demo.Turns;

/// <summary>The result of a turn.</summary>
/// <param name="Chain">The chain.</param>
/// <param name="Attempts">The attempts, in order.</param>
/// <param name="Lacking">The models that lack what the request needs.</param>
/// <param name="KeptOut">The models that are excluded by failures of earlier requests.</param>
/// <param name="Ending">How it ended.</param>
/// <param name="Text">The text of the response that the caller received.</param>
/// <param name="Message">The error that the caller received; null if there was none.</param>
internal sealed record TurnResult(
    FallbackChain Chain,
    IReadOnlyList<Attempt> Attempts,
    IReadOnlyList<Model> Lacking,
    IReadOnlyList<SkippedModel> KeptOut,
    Ending Ending,
    string Text,
    string? Message)
{
    /// <summary>The model that answered; null if none did.</summary>
    internal Model? AnsweredBy => Ending == Ending.Answered ? Attempts[^1].Model : null;
}
