namespace FailScope.Demo.Turns;

/// <summary>What became of a turn.</summary>
/// <param name="Chain">The chain that it walked down.</param>
/// <param name="Attempts">What was tried, in order.</param>
/// <param name="Lacking">The models that lack what the request needs.</param>
/// <param name="KeptOut">The models that failures of earlier requests keep out.</param>
/// <param name="Ending">How it ended.</param>
/// <param name="Text">What the reader saw of an answer.</param>
/// <param name="Message">What the caller got instead of an answer; null where it got one.</param>
internal sealed record TurnResult(
    FallbackChain Chain,
    IReadOnlyList<Attempt> Attempts,
    IReadOnlyList<Model> Lacking,
    IReadOnlyList<SkippedModel> KeptOut,
    Ending Ending,
    string Text,
    string? Message)
{
    /// <summary>The model that answered; null where none did.</summary>
    internal Model? AnsweredBy => Ending == Ending.Answered ? Attempts[^1].Model : null;
}
