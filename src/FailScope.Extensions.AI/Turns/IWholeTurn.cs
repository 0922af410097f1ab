namespace FailScope;

/// <summary>The turn of a request that does not stream.</summary>
/// <typeparam name="TAnswer">The type of the response.</typeparam>
internal interface IWholeTurn<TAnswer>
{
    /// <summary>Prepares the turn.</summary>
    void Begin();

    /// <summary>Begins the next attempt, if a model is left. Throws if the turn has been ended.</summary>
    bool TryNext();

    /// <summary>Calls the attempt's model.</summary>
    Task<TAnswer> AskAsync();

    /// <summary>Finds the failure in a response; null if there is none.</summary>
    Failure? FindFailure(TAnswer? answer);

    /// <summary>Reports that the attempt succeeded.</summary>
    /// <returns>The response for the caller: the same object, or a copy that says which model it comes from.</returns>
    TAnswer Answered(TAnswer answer);

    /// <summary>Reports that the attempt failed.</summary>
    void Failed(Exception exception);

    /// <summary>Ends the turn because no model answered.</summary>
    FallbackExhaustedException Exhausted();
}
