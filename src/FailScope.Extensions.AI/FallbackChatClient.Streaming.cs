using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Microsoft.Extensions.AI;

namespace FailScope;

public sealed partial class FallbackChatClient
{
    private async IAsyncEnumerable<ChatResponseUpdate> StreamAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var turn = new ChatTurn(this, messages, options, isStreaming: true, cancellationToken);
        bool hasNext = turn.Begin();
        while (hasNext)
        {
            // Until content comes, updates are held back: another model may still give the answer.
            IAsyncEnumerator<ChatResponseUpdate>? stream = null;
            ChatResponseUpdate? first = null;
            List<ChatResponseUpdate>? held = null;
            ChatResponseUpdate? current = null;
            Exception? exception = null;
            bool isComplete = false;
            try
            {
                ModelClient client = turn.GetClient();
                stream = client.Client.GetStreamingResponseAsync(turn.Messages, turn.Adapt(client), turn.Token).GetAsyncEnumerator(turn.Token);
                while (current is null && exception is null)
                {
                    turn.Wait(hasContent: false);
                    if (!await stream.MoveNextAsync().ConfigureAwait(false))
                    {
                        break;
                    }

                    ChatResponseUpdate update = stream.Current;
                    switch (AnswerInspector.Inspect(update, _options, out Failure? failure))
                    {
                        case UpdateKind.Content:
                            current = update;
                            break;
                        case UpdateKind.Failure:
                            exception = new FailedCallException(failure!);
                            break;
                        default:
                            isComplete |= update.FinishReason is not null;
                            if (first is null)
                            {
                                first = update;
                            }
                            else
                            {
                                (held ??= []).Add(update);
                            }

                            break;
                    }
                }

                turn.Waited();
                if (current is null && exception is null)
                {
                    // Without content. Closed here, because a stream that cannot be closed is no answer yet.
                    IAsyncEnumerator<ChatResponseUpdate> ended = stream;
                    stream = null;
                    await ended.DisposeAsync().ConfigureAwait(false);
                    exception = first is null || isComplete ? null : BrokenOff();
                }
            }
            catch (Exception thrown)
            {
                exception = thrown;
            }

            if (exception is not null)
            {
                await CloseAsync(stream).ConfigureAwait(false);
                hasNext = turn.TryNextAfter(exception);
                continue;
            }

            FallbackTrail? trail = turn.Commit(first ?? current);
            try
            {
                if (first is not null)
                {
                    yield return turn.Pass(first);
                }

                for (int i = 0; i < held?.Count; i++)
                {
                    yield return turn.Pass(held[i]);
                }

                while (current is not null)
                {
                    yield return turn.Pass(current);
                    current = null;
                    try
                    {
                        turn.Wait(hasContent: true);
                        if (await stream!.MoveNextAsync().ConfigureAwait(false))
                        {
                            ChatResponseUpdate update = stream.Current;
                            if (AnswerInspector.Inspect(update, _options, out Failure? failure) == UpdateKind.Failure)
                            {
                                exception = new FailedCallException(failure!);
                            }
                            else
                            {
                                current = update;
                            }
                        }

                        turn.Waited();
                    }
                    catch (Exception thrown)
                    {
                        exception = thrown;
                    }
                }
            }
            finally
            {
                try
                {
                    if (stream is not null)
                    {
                        await stream.DisposeAsync().ConfigureAwait(false);
                    }
                }
                catch (Exception thrown)
                {
                    exception ??= thrown;
                }

                exception = turn.EndStream(exception, trail);
                if (exception is not null)
                {
                    ExceptionDispatchInfo.Throw(exception);
                }
            }

            yield break;
        }

        throw turn.Exhausted();
    }

    private static FailedCallException BrokenOff() =>
        new(new Failure(FailureKind.Unknown) { Evidence = "the stream ended before any content, and without a finish reason" });

    // The failure of the attempt is known by now; how its stream closes changes nothing.
    private static async ValueTask CloseAsync(IAsyncDisposable? stream)
    {
        try
        {
            if (stream is not null)
            {
                await stream.DisposeAsync().ConfigureAwait(false);
            }
        }
        catch (Exception)
        {
        }
    }
}
