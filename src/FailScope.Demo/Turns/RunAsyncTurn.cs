using FailScope.Demo.Clients;
using Microsoft.Extensions.AI;

namespace FailScope.Demo.Turns;

/// <summary>For calls that are not chats: RunAsync around any call to a model.</summary>
internal static class RunAsyncTurn
{
    internal static async Task AskAsync(TurnRequest request, OpenAIClients clients, TurnLog log, Action<string> read, CancellationToken cancellationToken)
    {
        var options = new FallbackOptions { OnAttempt = attempt => log.Add(attempt.Model, attempt.Failure) };

        string text = await request.Chain.RunAsync(
            async (model, token) =>
            {
                using IChatClient client = clients.Create(model);
                return (await client.GetResponseAsync(request.Messages, cancellationToken: token)).Text;
            },
            options,
            cancellationToken);

        read(text);
    }
}
