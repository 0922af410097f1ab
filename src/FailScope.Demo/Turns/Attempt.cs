namespace FailScope.Demo.Turns;

/// <summary>A model, tried.</summary>
/// <param name="Model">The model.</param>
/// <param name="Failure">What went wrong; null where it answered.</param>
/// <param name="Retired">The other models that the failure retired.</param>
internal sealed record Attempt(Model Model, Failure? Failure, IReadOnlyList<Model> Retired);
