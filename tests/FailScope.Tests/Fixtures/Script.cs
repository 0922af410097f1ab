namespace FailScope.Tests.Fixtures;

/// <summary>Plays the models of a chain: each answers, or fails as configured. Records which models were called.</summary>
internal sealed class Script
{
    private readonly Dictionary<Model, Func<CancellationToken, Task<string>>> _roles = [];

    internal List<Model> Calls { get; } = [];

    internal Script Fails(Model model, FailureKind kind) => Does(model, _ => throw new FailedCallException(new Failure(kind)));

    internal Script Does(Model model, Func<CancellationToken, Task<string>> role)
    {
        _roles[model] = role;
        return this;
    }

    internal Task<string> Call(Model model, CancellationToken cancellationToken)
    {
        Calls.Add(model);
        return _roles.TryGetValue(model, out Func<CancellationToken, Task<string>>? role) ? role(cancellationToken) : Task.FromResult(model.Name);
    }
}
