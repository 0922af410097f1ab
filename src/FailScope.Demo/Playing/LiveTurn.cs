using FailScope.Demo.Clients;
using FailScope.Demo.Turns;

namespace FailScope.Demo.Playing;

/// <summary>Calls real models, with keys from the environment.</summary>
internal static class LiveTurn
{
    internal const string Question = "In one short sentence: which model are you?";

    /// <summary>The environment variables that a chain needs but that are not set.</summary>
    internal static IReadOnlyList<string> FindMissing(FallbackChain chain, Func<string, string?> environment) =>
        [.. chain.Models.Select(model => model.Credential.EnvironmentVariable!).Distinct().Where(name => string.IsNullOrWhiteSpace(environment(name)))];

    /// <summary>Sends a request to a chain. Models without a key count as not configured.</summary>
    internal static async Task<TurnResult> AskAsync(
        FallbackChain chain, Func<string, string?> environment, HttpMessageHandler network, CancellationToken cancellationToken)
    {
        using var clients = new OpenAIClients(KeyOf, network);
        return await TurnRunner.RunAsync(new TurnRequest(chain) { Question = Question }, Way.ChatClient, clients, cancellationToken, cancellationToken);

        string? KeyOf(Credential credential) => environment(credential.EnvironmentVariable!) is { } key && !string.IsNullOrWhiteSpace(key) ? key.Trim() : null;
    }
}
