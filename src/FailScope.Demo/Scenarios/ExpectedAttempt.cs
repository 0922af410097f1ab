namespace FailScope.Demo.Scenarios;

/// <summary>An attempt that a turn must make.</summary>
/// <param name="Model">The name of the model.</param>
/// <param name="Kind">How it must fail; null if it must answer.</param>
/// <param name="Retires">The names of the other models that the failure must retire.</param>
internal sealed record ExpectedAttempt(string Model, FailureKind? Kind, IReadOnlyList<string> Retires)
{
    internal static ExpectedAttempt Answers(string model) => new(model, null, []);

    internal static ExpectedAttempt Fails(string model, FailureKind kind, params string[] retires) => new(model, kind, retires);
}
