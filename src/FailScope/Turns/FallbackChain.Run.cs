using System.Runtime.CompilerServices;

namespace FailScope;

public sealed partial class FallbackChain
{
    // Overloads with optional parameters are a risk only if a call could match more than one of them. Here the options or the state decide.
#pragma warning disable RS0026
    /// <summary>Calls the models in order until one answers.</summary>
    /// <param name="call">Calls a model. An exception from it is classified, and determines which models are tried next.</param>
    /// <param name="cancellationToken">The caller's own token. If it is cancelled, the turn ends, and no model has failed.</param>
    /// <typeparam name="TResult">The result type of a call.</typeparam>
    /// <returns>The first result.</returns>
    /// <exception cref="FallbackExhaustedException">No model answered.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    /// <remarks>
    /// If a failure is terminal (<see cref="Failure.IsTerminal"/>), for example because the request is invalid, the turn ends with the
    /// exception that <paramref name="call"/> threw.
    /// </remarks>
    public Task<TResult> RunAsync<TResult>(Func<Model, CancellationToken, Task<TResult>> call, CancellationToken cancellationToken = default) =>
        RunAsync(call, FallbackOptions.Default, cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{Model, CancellationToken, Task{TResult}}, CancellationToken)"/>
    /// <param name="call">
    /// Calls a model. An exception from it is classified, and determines which models are tried next. Its token is cancelled with the
    /// caller's token, and when the attempt's time limit is reached.
    /// </param>
    /// <param name="options">The options of this turn. They cannot be changed once a turn has used them.</param>
    /// <param name="cancellationToken">The caller's own token. If it is cancelled, the turn ends, and no model has failed.</param>
    public Task<TResult> RunAsync<TResult>(Func<Model, CancellationToken, Task<TResult>> call, FallbackOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(options);
        return RunAsync(call, static (call, model, token) => call(model, token), options, cancellationToken);
    }

    /// <inheritdoc cref="RunAsync{TResult}(Func{Model, CancellationToken, Task{TResult}}, FallbackOptions, CancellationToken)"/>
    /// <typeparam name="TState">The type of the state for <paramref name="call"/>.</typeparam>
    /// <typeparam name="TResult">The result type of a call.</typeparam>
    /// <param name="state">Passed to <paramref name="call"/>, which can then be static, so that no closure is allocated.</param>
    /// <param name="call">Calls a model, with the state and the token of the attempt.</param>
    /// <param name="options">The options of this turn; null for the defaults. They cannot be changed once a turn has used them.</param>
    /// <param name="cancellationToken">The caller's own token. If it is cancelled, the turn ends, and no model has failed.</param>
    public Task<TResult> RunAsync<TState, TResult>(
        TState state,
        Func<TState, Model, CancellationToken, Task<TResult>> call,
        FallbackOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        return WalkAsync(new FallbackTurn(this, options, cancellationToken), state, call, null);
    }

    /// <inheritdoc cref="RunStreamAsync{TState, T}(TState, Func{TState, Model, CancellationToken, IAsyncEnumerable{T}}, Func{T, bool}?, FallbackOptions?, CancellationToken)"/>
    /// <param name="call">Calls a model, with the token of the attempt. Exceptions from it, and while the stream is read, are classified.</param>
    /// <param name="isContent">Whether an item is part of the response; null if every item is.</param>
    /// <param name="options">The options of this turn; null for the defaults. They cannot be changed once a turn has used them.</param>
    /// <param name="cancellationToken">The caller's own token. If it is cancelled, the turn ends, and no model has failed.</param>
    public IAsyncEnumerable<T> RunStreamAsync<T>(
        Func<Model, CancellationToken, IAsyncEnumerable<T>> call,
        Func<T, bool>? isContent = null,
        FallbackOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        return RunStreamAsync(call, static (call, model, token) => call(model, token), isContent, options, cancellationToken);
    }

    /// <summary>
    /// Calls the models in order until the stream of one has content, and then returns that stream. If a model fails before its first
    /// content, the next one is tried. After the first content, no other model is tried, and a failure is thrown to the consumer.
    /// </summary>
    /// <typeparam name="TState">The type of the state for <paramref name="call"/>.</typeparam>
    /// <typeparam name="T">The item type of the stream.</typeparam>
    /// <param name="state">Passed to <paramref name="call"/>, which can then be static, so that no closure is allocated.</param>
    /// <param name="call">Calls a model, with the state and the token of the attempt. Exceptions from it, and while the stream is read, are classified.</param>
    /// <param name="isContent">
    /// Whether an item is part of the response; null if every item is. Items before the first content are buffered and
    /// returned together with it.
    /// </param>
    /// <param name="options">The options of this turn; null for the defaults. They cannot be changed once a turn has used them.</param>
    /// <param name="cancellationToken">The caller's own token. If it is cancelled, the turn ends, and no model has failed.</param>
    /// <returns>The stream. Each enumeration is a separate turn, which calls the models and throws the exceptions below.</returns>
    /// <exception cref="FallbackExhaustedException">No model answered.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    /// <exception cref="TimeoutException">A time limit of <paramref name="options"/> was reached after the first content.</exception>
    public IAsyncEnumerable<T> RunStreamAsync<TState, T>(
        TState state,
        Func<TState, Model, CancellationToken, IAsyncEnumerable<T>> call,
        Func<T, bool>? isContent = null,
        FallbackOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        return new DelegateStream<TState, T>(new FallbackTurn(this, options, cancellationToken, isStream: true), state, call, isContent);
    }
#pragma warning restore RS0026

    /// <inheritdoc cref="RunAsync{TResult}(Func{Model, CancellationToken, Task{TResult}}, FallbackOptions, CancellationToken)"/>
    /// <returns>The first result, and the trail of the turn.</returns>
    public async Task<FallbackResult<TResult>> RunWithTrailAsync<TResult>(
        Func<Model, CancellationToken, Task<TResult>> call,
        FallbackOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        var trail = new StrongBox<FallbackTrail>();
        TResult value = await WalkAsync(new FallbackTurn(this, options, cancellationToken), call, static (call, model, token) => call(model, token), trail).ConfigureAwait(false);
        return new FallbackResult<TResult>(value, trail.Value!);
    }

    private static async Task<TResult> WalkAsync<TState, TResult>(
        FallbackTurn turn,
        TState state,
        Func<TState, Model, CancellationToken, Task<TResult>> call,
        StrongBox<FallbackTrail>? trail)
    {
        while (turn.TryNext(out Model? model))
        {
            try
            {
                TResult result = await call(state, model, turn.AttemptToken).ConfigureAwait(false);
                turn.Answered();
                trail?.Value = turn.GetTrail();
                return result;
            }
            catch (Exception exception)
            {
                turn.Failed(exception);
            }
        }

        throw turn.Exhausted();
    }
}
