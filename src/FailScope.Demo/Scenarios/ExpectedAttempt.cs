namespace FailScope.Demo.Scenarios;

/// <summary>An attempt that a turn has to make.</summary>
/// <param name="Model">The name of the model.</param>
/// <param name="Kind">How it has to fail; null where it has to answer.</param>
/// <param name="Retires">The names of the other models that the failure has to retire.</param>
internal sealed record ExpectedAttempt(string Model, FailureKind? Kind, IReadOnlyList<string> Retires)
{
    internal static ExpectedAttempt Answers(string model) => new(model, null, []);

    internal static ExpectedAttempt Fails(string model, FailureKind kind, params string[] retires) => new(model, kind, retires);
}
