using System.Runtime.CompilerServices;

namespace FailScope;

public sealed partial class FallbackChain
{
    // Overloads with optional parameters are a risk where one call could mean either: options or a state are given, or they are not.
#pragma warning disable RS0026
    /// <summary>Calls one model after the other until one answers.</summary>
    /// <param name="call">Calls a model. What it throws is classified, and decides which models are tried next.</param>
    /// <param name="cancellationToken">The caller's own: when it is cancelled the turn ends, and no model is to blame.</param>
    /// <typeparam name="TResult">What a call returns.</typeparam>
    /// <returns>The first answer.</returns>
    /// <exception cref="FallbackExhaustedException">No model answered.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    /// <remarks>
    /// A failure that is the request's own fault (<see cref="Failure.IsTerminal"/>) ends the turn with the exception that
    /// <paramref name="call"/> threw.
    /// </remarks>
    public Task<TResult> RunAsync<TResult>(Func<Model, CancellationToken, Task<TResult>> call, CancellationToken cancellationToken = default) =>
        RunAsync(call, FallbackOptions.Default, cancellationToken);

    /// <inheritdoc cref="RunAsync{TResult}(Func{Model, CancellationToken, Task{TResult}}, CancellationToken)"/>
    /// <param name="call">
    /// Calls a model. What it throws is classified, and decides which models are tried next. Its token is cancelled with the
    /// caller's, and when the attempt's time is over.
    /// </param>
    /// <param name="options">Limits, needs and choices of this turn. They cannot be changed any more from here on.</param>
    /// <param name="cancellationToken">The caller's own: when it is cancelled the turn ends, and no model is to blame.</param>
    public Task<TResult> RunAsync<TResult>(Func<Model, CancellationToken, Task<TResult>> call, FallbackOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(options);
        return RunAsync(call, static (call, model, token) => call(model, token), options, cancellationToken);
    }

    /// <inheritdoc cref="RunAsync{TResult}(Func{Model, CancellationToken, Task{TResult}}, FallbackOptions, CancellationToken)"/>
    /// <typeparam name="TState">What <paramref name="call"/> needs.</typeparam>
    /// <typeparam name="TResult">What a call returns.</typeparam>
    /// <param name="state">Handed to <paramref name="call"/>, which can then be static: no closure is allocated.</param>
    /// <param name="call">Calls a model, with the state and the token of the attempt.</param>
    /// <param name="options">Limits, needs and choices of this turn; null for the defaults. They cannot be changed any more from here on.</param>
    /// <param name="cancellationToken">The caller's own: when it is cancelled the turn ends, and no model is to blame.</param>
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
    /// <param name="call">Calls a model, with the token of the attempt. What it throws, also while the stream is read, is classified.</param>
    /// <param name="isContent">Whether an item is a part of the answer; null where every item is.</param>
    /// <param name="options">Limits, needs and choices of this turn; null for the defaults. They cannot be changed any more from here on.</param>
    /// <param name="cancellationToken">The caller's own: when it is cancelled the turn ends, and no model is to blame.</param>
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
    /// Calls one model after the other until the stream of one brings content, and is that stream from there on. What fails
    /// before the first content falls back. After it no other model is tried, and the failure is thrown to the consumer.
    /// </summary>
    /// <typeparam name="TState">What <paramref name="call"/> needs.</typeparam>
    /// <typeparam name="T">An item of the stream.</typeparam>
    /// <param name="state">Handed to <paramref name="call"/>, which can then be static: no closure is allocated.</param>
    /// <param name="call">Calls a model, with the state and the token of the attempt. What it throws, also while the stream is read, is classified.</param>
    /// <param name="isContent">
    /// Whether an item is a part of the answer; null where every item is. Items before the first content are held back, and go
    /// out with it.
    /// </param>
    /// <param name="options">Limits, needs and choices of this turn; null for the defaults. They cannot be changed any more from here on.</param>
    /// <param name="cancellationToken">The caller's own: when it is cancelled the turn ends, and no model is to blame.</param>
    /// <returns>The stream; nothing is called before it is read, and each enumeration is a turn of its own. It throws what is listed here while it is read.</returns>
    /// <exception cref="FallbackExhaustedException">No model answered.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    /// <exception cref="TimeoutException">After the first content, a limit of <paramref name="options"/> was reached.</exception>
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
    /// <returns>The first answer, and the trail that led to it.</returns>
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
