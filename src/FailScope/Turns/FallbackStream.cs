namespace FailScope;

/// <summary>
/// A streamed response from a chain. Items are buffered until the first content. If a model fails before that, the next one is tried; after
/// it, no other model is tried. The base of <see cref="FallbackChain.RunStreamAsync{T}(Func{Model, CancellationToken, IAsyncEnumerable{T}}, Func{T, bool}?, FallbackOptions?, CancellationToken)"/>
/// and of the chat client, and of adapters that you write yourself.
/// </summary>
/// <typeparam name="T">The item type of the stream.</typeparam>
/// <remarks>
/// Hand-written, because the compiler's iterator would be twice the size: this one object is the stream, its enumerator and its turn,
/// and the objects for waiting are pooled. A second enumeration starts a new turn.
/// </remarks>
/// <example>
/// <code>
/// sealed class LineStream(FallbackTurn turn) : FallbackStream&lt;string&gt;(turn)
/// {
///     protected override FallbackStream&lt;string&gt; Again(FallbackTurn turn) =&gt; new LineStream(turn);
///
///     protected override IAsyncEnumerator&lt;string&gt; Open(Model model, CancellationToken token) =&gt;
///         SendAsync(model, token).GetAsyncEnumerator(token);
///
///     protected override StreamItemKind Inspect(string item, out Failure? failure)
///     {
///         failure = item.StartsWith("error:") ? FailureClassifier.Classify(new ProviderError { Message = item }) : null;
///         return failure is not null ? StreamItemKind.Failure : item.Length &gt; 0 ? StreamItemKind.Content : StreamItemKind.Preliminary;
///     }
/// }
/// </code>
/// </example>
public abstract partial class FallbackStream<T> : IAsyncEnumerable<T>, IAsyncEnumerator<T>
{
    private FallbackTurn _turn;
    private CancellationTokenSource? _linked;
    private T _current = default!;

    // The items before the first content, followed by the content itself, and the number of those that were returned to the consumer.
    private List<T>? _held;
    private int _given;

    private IAsyncEnumerator<T>? _stream;
    private int _isTaken;
    private Phase _phase;

    /// <summary>Creates the stream of a turn.</summary>
    /// <param name="turn">The turn, which must not have begun.</param>
    protected FallbackStream(FallbackTurn turn) => _turn = turn;

    private enum Phase : byte
    {
        Fresh = 0,
        Answering,
        Ended,
    }

    /// <inheritdoc/>
    public T Current => _current;

    /// <summary>The turn.</summary>
    protected ref FallbackTurn Turn => ref _turn;

    /// <inheritdoc/>
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        CancellationToken caller = _turn.CallerToken;
        if (!caller.CanBeCanceled || !cancellationToken.CanBeCanceled || caller == cancellationToken)
        {
            CancellationToken either = caller.CanBeCanceled ? caller : cancellationToken;
            return either == caller && Interlocked.Exchange(ref _isTaken, 1) == 0 ? this : Taken(either);
        }

        var linked = CancellationTokenSource.CreateLinkedTokenSource(caller, cancellationToken);
        FallbackStream<T> stream = Taken(linked.Token);
        stream._linked = linked;
        return stream;
    }

    /// <inheritdoc/>
    public ValueTask<bool> MoveNextAsync()
    {
        switch (_phase)
        {
            case Phase.Fresh:
                return BeginAsync();
            case Phase.Answering when _given < _held?.Count:
                _current = Deliver(_held[_given++]);
                return new(true);
            case Phase.Answering:
                return GoOnAsync();
            default:
                return new(false);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_phase == Phase.Answering)
        {
            // The consumer stopped before the end.
            return EndAsync(null);
        }

        _phase = Phase.Ended;
        _linked?.Dispose();
        return default;
    }

    /// <summary>Creates a stream for the same request and a new turn.</summary>
    /// <param name="turn">The turn, which has not begun.</param>
    protected abstract FallbackStream<T> Again(FallbackTurn turn);

    /// <summary>Calls a model. If it throws, the attempt has failed.</summary>
    /// <param name="model">The model.</param>
    /// <param name="cancellationToken">The token of the attempt.</param>
    protected abstract IAsyncEnumerator<T> Open(Model model, CancellationToken cancellationToken);

    /// <summary>Inspects an item. Called once for each item, in order.</summary>
    /// <param name="item">The item.</param>
    /// <param name="failure">The failure, only for <see cref="StreamItemKind.Failure"/>.</param>
    protected abstract StreamItemKind Inspect(T item, out Failure? failure);

    /// <summary>Inspects a stream that ended. Returns a failure if it ended too early. By default, the end of the stream is the end of the response.</summary>
    /// <param name="hasItems">Whether it had any item.</param>
    /// <param name="hasContent">Whether it had content.</param>
    protected virtual Failure? FindFailureAtEnd(bool hasItems, bool hasContent) => null;

    /// <summary>Called just before an item is returned to the consumer.</summary>
    /// <param name="item">The item.</param>
    /// <returns>The item, or a replacement.</returns>
    protected virtual T Deliver(T item) => item;

    /// <summary>Called just before the first item is returned. After it, no other model will be tried.</summary>
    /// <param name="item">The item.</param>
    /// <returns>The item, or a replacement.</returns>
    protected virtual T DeliverFirst(T item) => Deliver(item);

    /// <summary>Prepares the turn, when the stream is first read: <see cref="FallbackTurn.Require"/>, <see cref="FallbackTurn.Exclude"/>.</summary>
    protected virtual void OnStarting()
    {
    }

    /// <summary>Called when an attempt begins.</summary>
    /// <param name="model">The model that is about to be called.</param>
    protected virtual void OnAttempting(Model model)
    {
    }

    /// <summary>Called before the stream reads its next item.</summary>
    protected virtual void OnWaiting()
    {
    }

    /// <summary>Called when an attempt has failed, before or after the first content.</summary>
    /// <param name="attempt">The attempt.</param>
    protected virtual void OnFailed(FallbackAttempt attempt)
    {
    }

    /// <summary>Called when the turn is over.</summary>
    /// <param name="ending">The exception for the consumer; null if the stream reached its end, or the consumer stopped.</param>
    protected virtual void OnEnded(Exception? ending)
    {
    }
}
