using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Microsoft.Extensions.AI;

namespace FailScope;

/// <summary>
/// The answer to a request as a stream. Written by hand, as the compiler's iterator is twice the size: this one object is
/// the stream, its enumerator and its turn, and what waits for an update is taken from a pool.
/// </summary>
internal sealed class AnswerStream : IAsyncEnumerable<ChatResponseUpdate>, IAsyncEnumerator<ChatResponseUpdate>
{
    private readonly CancellationTokenSource? _linked;
    private ChatTurn _turn;
    private ChatResponseUpdate? _current;

    // What came before the first content and, last of all, the content itself; what of it went out is counted.
    private List<ChatResponseUpdate>? _held;
    private int _given;

    private IAsyncEnumerator<ChatResponseUpdate>? _stream;
    private int _isTaken;
    private Phase _phase;
    private bool _isFinished;

    internal AnswerStream(ChatTurn turn) => _turn = turn;

    private AnswerStream(ChatTurn turn, CancellationTokenSource? linked)
    {
        _turn = turn;
        _linked = linked;
        _isTaken = 1;
    }

    private enum Phase : byte
    {
        Fresh = 0,
        Answering,
        Ended,
    }

    public ChatResponseUpdate Current => _current!;

    private bool RequiresFinishReason => _turn.Options.RequireFinishReason;

    public IAsyncEnumerator<ChatResponseUpdate> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        CancellationToken caller = _turn.Caller;
        if (!caller.CanBeCanceled || !cancellationToken.CanBeCanceled || caller == cancellationToken)
        {
            CancellationToken either = caller.CanBeCanceled ? caller : cancellationToken;
            return either == caller && Interlocked.Exchange(ref _isTaken, 1) == 0
                ? this
                : new AnswerStream(_turn.Anew(either), null);
        }

        var linked = CancellationTokenSource.CreateLinkedTokenSource(caller, cancellationToken);
        return new AnswerStream(_turn.Anew(linked.Token), linked);
    }

    public ValueTask<bool> MoveNextAsync()
    {
        switch (_phase)
        {
            case Phase.Fresh:
                return BeginAsync();
            case Phase.Answering when _given < _held?.Count:
                _current = _turn.Pass(_held[_given++]);
                return new(true);
            case Phase.Answering:
                return GoOnAsync();
            default:
                return new(false);
        }
    }

    public ValueTask DisposeAsync()
    {
        if (_phase == Phase.Answering)
        {
            // The consumer stops before the end.
            return EndAsync(null);
        }

        _phase = Phase.Ended;
        _linked?.Dispose();
        return default;
    }

    /// <summary>Walks down the chain to the model whose answer begins. Updates are held back until then: another may still give the answer.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> BeginAsync()
    {
        // Whatever is thrown here ends the stream.
        _phase = Phase.Ended;
        bool hasNext = _turn.Begin();
        while (hasNext)
        {
            IAsyncEnumerator<ChatResponseUpdate>? stream = null;
            ChatResponseUpdate? first = null;
            List<ChatResponseUpdate>? held = null;
            ChatResponseUpdate? content = null;
            Exception? exception = null;
            bool isComplete = false;
            try
            {
                stream = _turn.Open();
                while (content is null && exception is null)
                {
                    _turn.Wait(hasContent: false);

                    // Awaited in the frame that catches: each frame that an exception passes costs as much as all the rest.
                    if (!await stream.MoveNextAsync().ConfigureAwait(false))
                    {
                        break;
                    }

                    ChatResponseUpdate update = stream.Current;
                    switch (AnswerInspector.Inspect(update, _turn.Options, out Failure? failure))
                    {
                        case UpdateKind.Content:
                            content = update;
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

                _turn.Waited();
                if (content is null && exception is null)
                {
                    // Without content. Closed here, because a stream that cannot be closed is no answer yet.
                    IAsyncEnumerator<ChatResponseUpdate> ended = stream;
                    stream = null;
                    await ended.DisposeAsync().ConfigureAwait(false);
                    exception = isComplete || (first is null && !RequiresFinishReason) ? null : BrokenOff();
                }
            }
            catch (Exception thrown)
            {
                exception = thrown;
            }

            if (exception is not null)
            {
                await CloseAsync(stream).ConfigureAwait(false);
                hasNext = _turn.TryNextAfter(exception);
                continue;
            }

            _turn.Commit(first ?? content);
            _stream = stream;
            if ((first ?? content) is not { } beginning)
            {
                await EndAsync(null).ConfigureAwait(false);
                return false;
            }

            if (first is not null && content is not null)
            {
                (held ??= []).Add(content);
            }

            _held = held;
            _isFinished = isComplete || content?.FinishReason is not null;
            _current = _turn.Pass(beginning);
            _phase = Phase.Answering;
            return true;
        }

        throw _turn.Exhausted();
    }

    /// <summary>Asks the model for more. Nothing is replayed from here on.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> GoOnAsync()
    {
        Exception? exception = null;
        try
        {
            if (_stream is not null)
            {
                _turn.Wait(hasContent: true);
                bool hasMore = await _stream.MoveNextAsync().ConfigureAwait(false);
                ChatResponseUpdate? update = hasMore ? _stream.Current : null;
                Failure? failure = null;
                if (update is not null && AnswerInspector.Inspect(update, _turn.Options, out failure) == UpdateKind.Failure)
                {
                    exception = new FailedCallException(failure!);
                }

                _turn.Waited();
                if (update is not null && exception is null)
                {
                    _isFinished |= update.FinishReason is not null;
                    _current = _turn.Pass(update);
                    return true;
                }

                if (!hasMore && !_isFinished && RequiresFinishReason)
                {
                    exception = BrokenOff("in the middle of the answer");
                }
            }
        }
        catch (Exception thrown)
        {
            exception = thrown;
        }

        await EndAsync(exception).ConfigureAwait(false);
        return false;
    }

    private async ValueTask EndAsync(Exception? exception)
    {
        _phase = Phase.Ended;
        try
        {
            if (_stream is not null)
            {
                await _stream.DisposeAsync().ConfigureAwait(false);
            }
        }
        catch (Exception thrown)
        {
            exception ??= thrown;
        }

        try
        {
            exception = _turn.EndStream(exception);
        }
        finally
        {
            _linked?.Dispose();
        }

        if (exception is not null)
        {
            ExceptionDispatchInfo.Throw(exception);
        }
    }

    private static FailedCallException BrokenOff(string when = "before any content") =>
        new(new Failure(FailureKind.Unknown) { Evidence = $"the stream ended {when}, and without a finish reason" });

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
