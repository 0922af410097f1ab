namespace FailScope.Demo.Turns;

/// <summary>What became of a turn.</summary>
/// <param name="Chain">The chain that it walked down.</param>
/// <param name="Attempts">What was tried, in order.</param>
/// <param name="LackingFromStart">The models that lack what the request needs.</param>
/// <param name="Ending">How it ended.</param>
/// <param name="Text">What the reader saw of an answer.</param>
/// <param name="Message">What the exception said that the caller got; null where it got none.</param>
/// <param name="Calls">How many calls left the app.</param>
internal sealed record TurnResult(
    FallbackChain Chain,
    IReadOnlyList<Attempt> Attempts,
    IReadOnlyList<Model> LackingFromStart,
    Ending Ending,
    string Text,
    string? Message,
    int Calls)
{
    /// <summary>The model that answered; null where none did.</summary>
    internal Model? AnsweredBy => Ending == Ending.Answered ? Attempts[^1].Model : null;
}
