namespace FailScope;

/// <summary>A request for a whole answer on its way down the chain.</summary>
/// <typeparam name="TAnswer">What a model answers.</typeparam>
internal interface IWholeTurn<TAnswer>
{
    /// <summary>Begins the turn, and the attempt at its first model; false where the chain has none for the request.</summary>
    bool Begin();

    /// <summary>Asks the attempt's model.</summary>
    Task<TAnswer> AskAsync();

    /// <summary>The failure that comes dressed as an answer; null where it is one.</summary>
    Failure? FindFailure(TAnswer? answer);

    /// <summary>The attempt gave an answer.</summary>
    void Answered(TAnswer answer);

    /// <summary>The attempt failed. Throws where that ends the turn; otherwise begins the next attempt, if there is a model for it.</summary>
    bool TryNextAfter(Exception exception);

    /// <summary>No model answered.</summary>
    FallbackExhaustedException Exhausted();
}
