namespace FailScope;

/// <summary>A request for a whole answer on its way down the chain.</summary>
/// <typeparam name="TAnswer">What a model answers.</typeparam>
internal interface IWholeTurn<TAnswer>
{
    /// <summary>Prepares the turn.</summary>
    void Begin();

    /// <summary>Begins the next attempt, if there is a model for it. Throws where the turn was ended.</summary>
    bool TryNext();

    /// <summary>Asks the attempt's model.</summary>
    Task<TAnswer> AskAsync();

    /// <summary>The failure that comes as an answer; null where it is one.</summary>
    Failure? FindFailure(TAnswer? answer);

    /// <summary>The attempt gave an answer.</summary>
    /// <returns>The answer for the caller: the same, or a copy that says which model gave it.</returns>
    TAnswer Answered(TAnswer answer);

    /// <summary>The attempt failed.</summary>
    void Failed(Exception exception);

    /// <summary>No model answered.</summary>
    FallbackExhaustedException Exhausted();
}
