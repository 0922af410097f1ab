namespace FailScope;

/// <summary>Tries the models of the chain until one answers.</summary>
internal static class WholeAnswer
{
    internal static async Task<TAnswer> FindAsync<TTurn, TAnswer>(TTurn turn)
        where TTurn : struct, IWholeTurn<TAnswer>
        where TAnswer : class
    {
        turn.Begin();
        while (turn.TryNext())
        {
            TAnswer? answer = null;
            Exception? exception;
            try
            {
                Task<TAnswer> asked = turn.AskAsync();
                await ((Task)asked).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (asked.IsCompletedSuccessfully)
                {
                    answer = asked.Result;
                    exception = turn.FindFailure(answer) is { } failure ? new FailedCallException(failure) : null;
                }
                else
                {
                    exception = ExceptionOf(asked);
                }
            }
            catch (Exception thrown)
            {
                exception = thrown;
            }

            if (exception is null)
            {
                return turn.Answered(answer!);
            }

            turn.Failed(exception);
        }

        throw turn.Exhausted();
    }

    // Avoids rethrowing an exception just to catch it: failed attempts are common here, and a throw costs more than everything else.
    private static Exception ExceptionOf(Task failed)
    {
        if (failed.Exception is { InnerException: { } exception })
        {
            return exception;
        }

        try
        {
            failed.GetAwaiter().GetResult();
            throw new System.Diagnostics.UnreachableException();
        }
        catch (OperationCanceledException cancelled)
        {
            return cancelled;
        }
    }
}
