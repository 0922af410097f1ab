using System.Text;
using FailScope.Demo.Clients;

namespace FailScope.Demo.Turns;

/// <summary>Sends a request to a chain, in one of the ways that an app can use, and returns the result.</summary>
internal static class TurnRunner
{
    /// <param name="request">The request, with its chain.</param>
    /// <param name="way">How the app uses the chain.</param>
    /// <param name="clients">Creates the client of a model.</param>
    /// <param name="caller">The caller's own token, which ends only the turn.</param>
    /// <param name="cancellationToken">Ends the demo.</param>
    internal static async Task<TurnResult> RunAsync(TurnRequest request, Way way, OpenAIClients clients, CancellationToken caller, CancellationToken cancellationToken)
    {
        var log = new TurnLog(request);
        var text = new StringBuilder();
        Task turn = way switch
        {
            Way.OwnLoop => OwnLoopTurn.AskAsync(request, clients, log, Read, caller),
            Way.RunAsync => RunAsyncTurn.AskAsync(request, clients, log, Read, caller),
            _ => ChatClientTurn.AskAsync(request, clients, log, Read, caller),
        };

        try
        {
            await turn;
            return End(Ending.Answered, null);
        }
        catch (FallbackExhaustedException exception)
        {
            return End(Ending.Exhausted, exception.Message.Split('\n')[0]);
        }
        catch (OperationCanceledException) when (caller.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return End(Ending.Cancelled, null);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Only the type of an exception is shown, because its message may quote a key.
            bool isRefused = log.Attempts is [.., { Failure.IsTerminal: true }];
            return End(isRefused ? Ending.Refused : Ending.Interrupted, exception.GetType().Name);
        }

        void Read(string piece) => text.Append(piece);

        TurnResult End(Ending ending, string? message) =>
            new(request.Chain, log.Attempts, log.Lacking, log.KeptOut, ending, text.ToString(), message);
    }
}
