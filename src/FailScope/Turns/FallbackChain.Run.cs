namespace FailScope;

public sealed partial class FallbackChain
{
    // Two overloads with optional parameters are a risk where one call could mean either: options are given, or they are not.
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
    /// <param name="options">Limits, needs and choices of this turn.</param>
    /// <param name="cancellationToken">The caller's own: when it is cancelled the turn ends, and no model is to blame.</param>
    public Task<TResult> RunAsync<TResult>(Func<Model, CancellationToken, Task<TResult>> call, FallbackOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(options);
        return WalkAsync(call, options, null, cancellationToken);
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
        options ??= FallbackOptions.Default;
        var trail = new FallbackTrail(options, options.Required, Start(options.Required), options.TimeProvider.GetTimestamp());
        TResult value = await WalkAsync(call, options, trail, cancellationToken).ConfigureAwait(false);
        return new FallbackResult<TResult>(value, trail);
    }

    private async Task<TResult> WalkAsync<TResult>(
        Func<Model, CancellationToken, Task<TResult>> call,
        FallbackOptions options,
        FallbackTrail? trail,
        CancellationToken cancellationToken)
    {
        TimeProvider clock = options.TimeProvider;
        long turnStarted = clock.GetTimestamp();
        long started = turnStarted;
        FallbackState start = Start(options.Required);
        bool hasNext = start.TryGetNext(out Model? model);
        while (hasNext)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using AttemptDeadline? deadline = StartAttempt(options, turnStarted, cancellationToken);
            TResult result;
            try
            {
                result = await call(model!, deadline?.Token ?? cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                trail ??= new FallbackTrail(options, options.Required, start, turnStarted);
                FailureKind kind = AttemptFailure.Understand(exception, options, deadline, cancellationToken, out Failure? failure);
                FallbackAttempt failed = trail.Failed(model!, clock.GetElapsedTime(started), kind, failure, exception);
                options.OnAttempt?.Invoke(failed);
                if (options.EndsTurn(kind))
                {
                    if (kind == FailureKind.Cancelled && AsCallers(exception, cancellationToken) is var cancelled && cancelled != exception)
                    {
                        throw cancelled;
                    }

                    throw;
                }

                if (deadline is { HasPassed: true, Limit: AttemptLimit.Turn })
                {
                    trail.RunOutOfTime();
                }

                hasNext = trail.TryGetNext(out model);
                started = clock.GetTimestamp();
                continue;
            }

            TimeSpan duration = clock.GetElapsedTime(started);
            trail?.Answered(model!, duration);
            options.OnAttempt?.Invoke(new FallbackAttempt(trail?.LastFailure, model!, duration));
            return result;
        }

        trail ??= new FallbackTrail(options, options.Required, start, turnStarted);
        throw new FallbackExhaustedException(trail);
    }

    /// <summary>Arms the limit that comes first: the attempt's own, or what is left of the turn's.</summary>
    /// <returns>Null where neither is set.</returns>
    internal static AttemptDeadline? StartAttempt(FallbackOptions options, long turnStarted, CancellationToken caller)
    {
        if ((options.Timeout ?? options.AttemptTimeout) is null)
        {
            return null;
        }

        var deadline = new AttemptDeadline(options.TimeProvider, caller);
        TimeSpan? left = options.Timeout - options.TimeProvider.GetElapsedTime(turnStarted);
        if (options.AttemptTimeout is { } attempt && !(left <= attempt))
        {
            deadline.Arm(AttemptLimit.Attempt, attempt, attempt);
        }
        else
        {
            deadline.Arm(AttemptLimit.Turn, options.Timeout!.Value, left!.Value);
        }

        return deadline;
    }

    /// <summary>
    /// The cancellation as its caller knows it, by its own token. What the call threw bears another one where it saw the
    /// attempt's, and may be no cancellation at all.
    /// </summary>
    internal static Exception AsCallers(Exception exception, CancellationToken caller) =>
        !caller.IsCancellationRequested || (exception is OperationCanceledException cancelled && cancelled.CancellationToken == caller)
            ? exception
            : new OperationCanceledException(new OperationCanceledException().Message, exception, caller);
}
