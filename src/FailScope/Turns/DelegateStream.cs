namespace FailScope;

/// <summary>The stream of <see cref="FallbackChain.RunStreamAsync{TState, T}(TState, Func{TState, Model, CancellationToken, IAsyncEnumerable{T}}, Func{T, bool}?, FallbackOptions?, CancellationToken)"/>: a function calls the models, another says what is content.</summary>
internal sealed class DelegateStream<TState, T>(FallbackTurn turn, TState state, Func<TState, Model, CancellationToken, IAsyncEnumerable<T>> call, Func<T, bool>? isContent)
    : FallbackStream<T>(turn)
{
    protected override FallbackStream<T> Again(FallbackTurn turn) => new DelegateStream<TState, T>(turn, state, call, isContent);

    protected override IAsyncEnumerator<T> Open(Model model, CancellationToken cancellationToken) =>
        call(state, model, cancellationToken).GetAsyncEnumerator(cancellationToken);

    protected override StreamItemKind Inspect(T item, out Failure? failure)
    {
        failure = null;
        return isContent is null || isContent(item) ? StreamItemKind.Content : StreamItemKind.Preliminary;
    }
}
