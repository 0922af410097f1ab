using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace FailScope;

// Reads the streams of the models, in the order of the chain.
public abstract partial class FallbackStream<T>
{
    private FallbackStream<T> Taken(CancellationToken caller)
    {
        FallbackStream<T> stream = Again(_turn.Again(caller));
        stream._isTaken = 1;
        return stream;
    }

    /// <summary>Tries the models until a response begins. Items are buffered until then, because another model may still be used.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> BeginAsync()
    {
        // If this method throws, the stream has ended.
        _phase = Phase.Ended;
        OnStarting();
        while (TryNext(out Model? model))
        {
            IAsyncEnumerator<T>? stream = null;
            Beginning beginning = default;
            Exception? exception = null;
            try
            {
                stream = Open(model!, _turn.AttemptToken);
                while (!beginning.HasContent && exception is null)
                {
                    OnWaiting();
                    _turn.BeginWait();
                    ValueTask<bool> next = stream.MoveNextAsync();
                    if (next is { IsCompleted: true, IsCompletedSuccessfully: false })
                    {
                        exception = ExceptionOf(next);
                    }
                    else if (await next.ConfigureAwait(false))
                    {
                        exception = Judge(stream.Current, ref beginning);
                    }
                    else
                    {
                        break;
                    }
                }

                _turn.EndWait();
                if (!beginning.HasContent && exception is null)
                {
                    // The stream is closed here, because if closing a stream without content fails, the attempt has failed.
                    IAsyncEnumerator<T> ended = stream;
                    stream = null;
                    await ended.DisposeAsync().ConfigureAwait(false);
                    exception = ToException(FindFailureAtEnd(beginning.HasItems, hasContent: false));
                }
            }
            catch (Exception thrown)
            {
                exception = thrown;
            }

            if (exception is null)
            {
                return await AnswerAsync(stream, beginning).ConfigureAwait(false);
            }

            await CloseAsync(stream).ConfigureAwait(false);
            OnFailed(_turn.Failed(exception));
        }

        FallbackExhaustedException exhausted = _turn.Exhausted();
        OnEnded(exhausted);
        throw exhausted;
    }

    private bool TryNext(out Model? model)
    {
        try
        {
            if (!_turn.TryNext(out model))
            {
                return false;
            }
        }
        catch (Exception ending)
        {
            OnEnded(ending);
            throw;
        }

        OnAttempting(model);
        return true;
    }

    // Reads a step that has already failed. Every method that an exception passes through costs microseconds and bytes, and the JIT inlines
    // the methods between the throw and the catch only into a small method that reads nothing but failures.
    private static Exception ExceptionOf(ValueTask<bool> failed)
    {
        try
        {
            _ = failed.Result;
        }
        catch (Exception thrown)
        {
            return thrown;
        }

        throw new UnreachableException();
    }

    /// <summary>Buffers an item. Returns the exception if the item is a failure.</summary>
    private FailedCallException? Judge(T item, ref Beginning beginning)
    {
        StreamItemKind kind = Inspect(item, out Failure? failure);
        if (kind == StreamItemKind.Failure)
        {
            return ToException(failure!);
        }

        beginning.Add(item, isContent: kind == StreamItemKind.Content);
        return null;
    }

    /// <summary>Starts the response. Returns false if it is empty, which also ends it.</summary>
    private ValueTask<bool> AnswerAsync(IAsyncEnumerator<T>? stream, in Beginning beginning)
    {
        _turn.Commit();
        _stream = stream;
        if (!beginning.HasItems)
        {
            return EndEmptyAsync();
        }

        _held = beginning.Others;
        _current = DeliverFirst(beginning.First!);
        _phase = Phase.Answering;
        return new(true);
    }

    private async ValueTask<bool> EndEmptyAsync()
    {
        await EndAsync(null).ConfigureAwait(false);
        return false;
    }

    /// <summary>Reads the next item. From here on, no other model is tried.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> GoOnAsync()
    {
        Exception? exception = null;
        try
        {
            if (_stream is not null)
            {
                OnWaiting();
                _turn.BeginWait();
                bool hasMore = await _stream.MoveNextAsync().ConfigureAwait(false);
                T item = hasMore ? _stream.Current : default!;
                Failure? failure = null;
                if (!hasMore)
                {
                    failure = FindFailureAtEnd(hasItems: true, hasContent: true);
                }
                else if (Inspect(item, out failure) != StreamItemKind.Failure)
                {
                    _turn.EndWait();
                    _current = Deliver(item);
                    return true;
                }

                _turn.EndWait();
                exception = ToException(failure);
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
            if (exception is null)
            {
                OnEnded(null);
                _turn.Answered();
            }
            else
            {
                OnFailed(_turn.Failed(exception));
                OnEnded(_turn.Ending);
            }
        }
        finally
        {
            _linked?.Dispose();
        }

        if (_turn.Ending is { } ending)
        {
            ExceptionDispatchInfo.Throw(ending);
        }
    }

    // The failure of the attempt is already known. An error while closing its stream does not matter.
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

    private static FailedCallException? ToException(Failure? failure) => failure is null ? null : new FailedCallException(failure);

    /// <summary>The items of an attempt before it is known whether it succeeds.</summary>
    private struct Beginning
    {
        /// <summary>The first item.</summary>
        internal T? First { get; private set; }

        /// <summary>The items after the first; null if there are none.</summary>
        internal List<T>? Others { get; private set; }

        internal bool HasItems { get; private set; }

        internal bool HasContent { get; private set; }

        internal void Add(T item, bool isContent)
        {
            HasContent |= isContent;
            if (HasItems)
            {
                (Others ??= []).Add(item);
            }
            else
            {
                First = item;
                HasItems = true;
            }
        }
    }
}
