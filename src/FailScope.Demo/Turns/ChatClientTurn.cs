using FailScope.Demo.Clients;
using Microsoft.Extensions.AI;

namespace FailScope.Demo.Turns;

/// <summary>The usual way: a chat client for a chain.</summary>
internal static class ChatClientTurn
{
    internal static async Task AskAsync(TurnRequest request, OpenAIClients clients, TurnLog log, Action<string> read, CancellationToken cancellationToken)
    {
        var options = new FallbackChatOptions
        {
            FallbackOn = request.FallbackOn,
            Cooldowns = request.Cooldowns,
            OnAttempt = attempt => log.Add(attempt.Model, attempt.Failure),
        };
        using IChatClient chat = new FallbackChatClient(request.Chain, clients.Create, options);

        if (request.IsStreaming)
        {
            await foreach (ChatResponseUpdate update in chat.GetStreamingResponseAsync(request.Messages, cancellationToken: cancellationToken))
            {
                read(update.Text);
            }
        }
        else
        {
            ChatResponse response = await chat.GetResponseAsync(request.Messages, cancellationToken: cancellationToken);
            log.Read(response.GetFallbackTrail());
            read(response.Text);
        }
    }
}
