namespace FailScope.Demo.Turns;

/// <summary>An attempt of a turn.</summary>
/// <param name="Model">The model.</param>
/// <param name="Failure">The failure; null if it answered.</param>
/// <param name="Retired">The other models that the failure retired.</param>
internal sealed record Attempt(Model Model, Failure? Failure, IReadOnlyList<Model> Retired);
