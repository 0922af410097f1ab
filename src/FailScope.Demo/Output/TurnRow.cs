namespace FailScope.Demo.Output;

/// <summary>The row of a table for one model of a chain.</summary>
/// <param name="Number">The number of the attempt; null if the model was not tried.</param>
/// <param name="Model">The model.</param>
/// <param name="CameBack">What the model's provider sent, or that no request was sent.</param>
/// <param name="Kind">How the failure was classified; null if there was none.</param>
/// <param name="Evidence">The evidence for the kind.</param>
/// <param name="Retires">The other models that were retired.</param>
/// <param name="Why">Why they were retired.</param>
internal sealed record TurnRow(
    int? Number,
    Model Model,
    string CameBack,
    FailureKind? Kind = null,
    string? Evidence = null,
    string? Retires = null,
    string? Why = null)
{
    /// <summary>The provider and the price of the model.</summary>
    internal string Offer => $"{Model.Provider.Name}, {Words.PriceOf(Model)}";
}
