namespace FailScope;

/// <summary>What an operator can do about a failure, as a sentence that names the key, account and provider.</summary>
public static class Remedy
{
    /// <summary>The sentence from the failure table for this model; null if nothing can be done.</summary>
    /// <param name="kind">The kind of failure.</param>
    /// <param name="model">The model that failed.</param>
    /// <exception cref="ArgumentNullException"><paramref name="model"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not a named value.</exception>
    public static string? For(FailureKind kind, Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return FailureTable.RuleOf(kind).Remedy?
            .Replace("{model}", Quote(model.Name), StringComparison.Ordinal)
            .Replace("{id}", model.Id, StringComparison.Ordinal)
            .Replace("{key}", Describe(model.Credential), StringComparison.Ordinal)
            .Replace("{account}", Quote(model.Account.Name), StringComparison.Ordinal)
            .Replace("{provider}", model.Provider.Name, StringComparison.Ordinal);
    }

    // The environment variable tells the operator where to find the key. Its value is never read here.
    private static string Describe(Credential credential) =>
        credential.EnvironmentVariable is { } variable ? $"'{credential.Name}' ({variable})" : Quote(credential.Name);

    private static string Quote(string name) => $"'{name}'";
}
