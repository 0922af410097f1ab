namespace FailScope.Demo.Output;

/// <summary>What a table says of one model of a chain.</summary>
/// <param name="Number">The number of the attempt; null where the model was not tried.</param>
/// <param name="Model">The model.</param>
/// <param name="CameBack">What the model's provider sent, or that nothing was asked of it.</param>
/// <param name="Kind">How the failure was classified; null where there was none.</param>
/// <param name="Evidence">What decided that.</param>
/// <param name="Retires">Which other models went with it.</param>
/// <param name="Why">Why they did.</param>
internal sealed record TurnRow(
    int? Number,
    Model Model,
    string CameBack,
    FailureKind? Kind = null,
    string? Evidence = null,
    string? Retires = null,
    string? Why = null)
{
    /// <summary>Where the model is offered, and for how much.</summary>
    internal string Offer => $"{Model.Provider.Name}, {Words.PriceOf(Model)}";
}
