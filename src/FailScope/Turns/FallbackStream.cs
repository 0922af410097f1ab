namespace FailScope;

/// <summary>
/// An answer as a stream, over a chain. Items are held back until the first content; what fails before that falls back, and
/// after it nothing is replayed. The base of <see cref="FallbackChain.RunStreamAsync{T}(Func{Model, CancellationToken, IAsyncEnumerable{T}}, Func{T, bool}?, FallbackOptions?, CancellationToken)"/>
/// and of the chat client, for those who write their own adapter.
/// </summary>
/// <typeparam name="T">An item of the stream.</typeparam>
/// <remarks>
/// Written by hand, as the compiler's iterator is twice the size: this one object is the stream, its enumerator and its turn,
/// and what waits for an item is taken from a pool. Enumerated a second time, it makes a new turn.
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

    // What came before the first content and, last of all, the content itself; what of it went out is counted.
    private List<T>? _held;
    private int _given;

    private IAsyncEnumerator<T>? _stream;
    private int _isTaken;
    private Phase _phase;

    /// <summary>Makes the stream of a turn.</summary>
    /// <param name="turn">The turn, not begun.</param>
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
            // The consumer stops before the end.
            return EndAsync(null);
        }

        _phase = Phase.Ended;
        _linked?.Dispose();
        return default;
    }

    /// <summary>Makes a stream for the same request, under a turn of its own.</summary>
    /// <param name="turn">The turn, not begun.</param>
    protected abstract FallbackStream<T> Again(FallbackTurn turn);

    /// <summary>Calls a model. What is thrown counts as the failure of the attempt.</summary>
    /// <param name="model">The model.</param>
    /// <param name="cancellationToken">The token of the attempt.</param>
    protected abstract IAsyncEnumerator<T> Open(Model model, CancellationToken cancellationToken);

    /// <summary>Judges an item, in the order in which they come; called once for each.</summary>
    /// <param name="item">The item.</param>
    /// <param name="failure">What went wrong, for <see cref="StreamItemKind.Failure"/> and for nothing else.</param>
    protected abstract StreamItemKind Inspect(T item, out Failure? failure);

    /// <summary>Judges a stream that ended: a failure where it broke off. By default its end is the end of the answer.</summary>
    /// <param name="hasItems">Whether it gave any item.</param>
    /// <param name="hasContent">Whether it gave content.</param>
    protected virtual Failure? FindFailureAtEnd(bool hasItems, bool hasContent) => null;

    /// <summary>The last step before an item goes out to the consumer.</summary>
    /// <param name="item">The item.</param>
    /// <returns>The item, or another in its place.</returns>
    protected virtual T Deliver(T item) => item;

    /// <summary>The last step before the first item goes out, after which no other model will be tried.</summary>
    /// <param name="item">The item.</param>
    /// <returns>The item, or another in its place.</returns>
    protected virtual T DeliverFirst(T item) => Deliver(item);

    /// <summary>Prepares the turn when the stream is first read: <see cref="FallbackTurn.Require"/>, <see cref="FallbackTurn.Exclude"/>.</summary>
    protected virtual void OnStarting()
    {
    }

    /// <summary>An attempt begins.</summary>
    /// <param name="model">The model that is about to be called.</param>
    protected virtual void OnAttempting(Model model)
    {
    }

    /// <summary>The stream is about to be asked for its next item.</summary>
    protected virtual void OnWaiting()
    {
    }

    /// <summary>An attempt failed, before or after the first content.</summary>
    /// <param name="attempt">The attempt.</param>
    protected virtual void OnFailed(FallbackAttempt attempt)
    {
    }

    /// <summary>The turn is over.</summary>
    /// <param name="ending">What is thrown to the consumer; null where the stream comes to its end, or the consumer stopped.</param>
    protected virtual void OnEnded(Exception? ending)
    {
    }
}
