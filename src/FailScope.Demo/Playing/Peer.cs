using FailScope.Demo.Clients;
using FailScope.Demo.Turns;
using Microsoft.Extensions.AI;

namespace FailScope.Demo.Playing;

/// <summary>The failover client of Microsoft.Extensions.AI, for comparison, with the same clients in the same order.</summary>
internal static class Peer
{
    internal static async Task<PeerOutcome> AskAsync(TurnRequest request, OpenAIClients clients, CancellationToken caller, CancellationToken cancellationToken)
    {
        var updates = new List<ChatResponseUpdate>();
        try
        {
            using IChatClient chat = Create(request.Chain, clients);
            if (request.IsStreaming)
            {
                await foreach (ChatResponseUpdate update in chat.GetStreamingResponseAsync(request.Messages, cancellationToken: caller))
                {
                    updates.Add(update);
                }
            }
            else
            {
                ChatResponse response = await chat.GetResponseAsync(request.Messages, cancellationToken: caller);
                updates.AddRange(response.ToChatResponseUpdates());
            }

            return Describe(request.Chain, updates.ToChatResponse());
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            string before = updates.Exists(update => update.Text.Length > 0) ? "half an answer, then " : "";
            return new PeerOutcome(null, true, $"{before}{exception.GetType().Name}");
        }
    }

    private static IChatClient Create(FallbackChain chain, OpenAIClients clients)
    {
        // It requires all clients up front, so a model without a key is left out.
        var configured = new List<IChatClient>();
        foreach (Model model in chain.Models)
        {
            try
            {
                configured.Add(clients.Create(model));
            }
            catch (ModelNotConfiguredException)
            {
            }
        }

#pragma warning disable MEAI001 // It is experimental, but it is the client to compare with.
        return new OrderedFailoverChatClient(configured);
#pragma warning restore MEAI001
    }

    private static PeerOutcome Describe(FallbackChain chain, ChatResponse response)
    {
        // A stream with a finish reason is complete. One without was cut off, and the caller was not told.
        Model? model = response.FinishReason is null ? null : chain.Models.First(model => model.Id == response.ModelId);
        string answer = response.Text.Length > 0 ? "an answer" : "an empty answer";
        return model is null
            ? new PeerOutcome(null, false, response.Text.Length > 0 ? "half an answer, no error" : "an empty answer, no error")
            : new PeerOutcome(model, false, $"{answer} from {model.Name}");
    }
}
