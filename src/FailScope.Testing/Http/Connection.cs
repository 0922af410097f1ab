namespace FailScope.Testing.Http;

/// <summary>Serves one connection: reads requests, passes them to a handler, and ends the connection as the replies require.</summary>
internal static class Connection
{
    /// <summary>Serves a connection until either side ends it.</summary>
    /// <param name="stream">The connection.</param>
    /// <param name="answer">Handles a request.</param>
    /// <param name="reset">Resets the connection instead of closing it cleanly.</param>
    /// <param name="stop">Cancelled when the fake is disposed.</param>
    internal static async Task ServeAsync(Stream stream, Func<Request, ResponseWriter, CancellationToken, Task> answer, Action reset, CancellationToken stop)
    {
        await using (stream.ConfigureAwait(false))
        {
            try
            {
                var reader = new RequestReader(stream, stop);
                while (await reader.ReadAsync().ConfigureAwait(false) is { } request)
                {
                    using var left = CancellationTokenSource.CreateLinkedTokenSource(stop);
                    var response = new ResponseWriter(stream, left.Token);
                    var leaving = new CallerWatch(left);
                    reader.WhenCallerLeaves(leaving.Leave);
                    try
                    {
                        await answer(request, response, left.Token).ConfigureAwait(false);
                    }
                    finally
                    {
                        leaving.Done();
                    }

                    if (response.IsAborted)
                    {
                        if (response.IsReset)
                        {
                            reset();
                        }

                        return;
                    }
                }
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException or ObjectDisposedException or InvalidDataException or FormatException)
            {
                // The caller closed the connection, does not use HTTP/1.1, or the fake was disposed.
            }
        }
    }

    /// <summary>Cancels a source at most once, and never after the reply is complete, because the source is disposed then.</summary>
    private sealed class CallerWatch(CancellationTokenSource left)
    {
        private readonly object _lock = new();
        private bool _done;

        internal void Leave()
        {
            lock (_lock)
            {
                if (!_done)
                {
                    left.Cancel();
                }
            }
        }

        internal void Done()
        {
            lock (_lock)
            {
                _done = true;
            }
        }
    }
}
