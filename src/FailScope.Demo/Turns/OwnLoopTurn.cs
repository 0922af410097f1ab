using FailScope.Demo.Clients;
using Microsoft.Extensions.AI;

namespace FailScope.Demo.Turns;

/// <summary>A loop in the app itself, over an immutable state that allocates nothing.</summary>
internal static class OwnLoopTurn
{
    internal static async Task AskAsync(TurnRequest request, OpenAIClients clients, TurnLog log, Action<string> read, CancellationToken cancellationToken)
    {
        FallbackState state = request.Chain.Start();
        while (state.TryGetNext(out Model? model))
        {
            try
            {
                using IChatClient client = clients.Create(model);
                ChatResponse response = await client.GetResponseAsync(request.Messages, cancellationToken: cancellationToken);
                log.Add(model, null);
                read(response.Text);
                return;
            }
            catch (Exception exception)
            {
                Failure failure = FailureClassifier.Classify(exception, cancellationToken);
                log.Add(model, failure);
                if (failure.IsTerminal)
                {
                    throw;
                }

                state = state.After(failure.Kind);
            }
        }

        throw new InvalidOperationException("No model is left.");
    }
}
