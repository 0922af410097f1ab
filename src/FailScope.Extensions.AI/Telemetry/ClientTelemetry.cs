using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace FailScope;

/// <summary>Writes the telemetry described in <see cref="FallbackTelemetry"/>, for one client of a chain.</summary>
internal sealed class ClientTelemetry
{
    // The bucket boundaries of the OpenTelemetry conventions.
    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92],
    };

    private static readonly ActivitySource Source = new(FallbackTelemetry.ActivitySourceName);

    private static readonly Meter Meter = new(FallbackTelemetry.MeterName);

    private static readonly Histogram<double> AttemptDuration =
        Meter.CreateHistogram("gen_ai.client.operation.duration", "s", "The duration of one attempt.", null, Seconds);

    private static readonly Histogram<double> TurnDuration =
        Meter.CreateHistogram("failscope.turn.duration", "s", "The duration of a turn, including all of its attempts.", null, Seconds);

    private static readonly Counter<long> SkippedModels =
        Meter.CreateCounter<long>("failscope.skipped_models", "{model}", "Models that were skipped without a call.");

    private readonly FallbackChain _chain;
    private readonly string _operation;
    private readonly ILogger _logger;

    /// <param name="chain">The chain.</param>
    /// <param name="operation">The operation, with the name from the conventions: <c>chat</c>, <c>embeddings</c>.</param>
    /// <param name="loggerFactory">Creates the logger; null for no logs.</param>
    /// <param name="client">The category of the logs.</param>
    internal ClientTelemetry(FallbackChain chain, string operation, ILoggerFactory? loggerFactory, Type client)
    {
        _chain = chain;
        _operation = operation;
        _logger = loggerFactory?.CreateLogger(client) ?? NullLogger.Instance;
    }

    /// <summary>Whether anything is listening to the durations of turns and attempts.</summary>
    internal static bool IsMeasuring => AttemptDuration.Enabled || TurnDuration.Enabled;

    internal Activity? StartTurn(bool isStreaming)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        Activity? activity = Source.StartActivity($"fallback {_chain.Name}");
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag("gen_ai.operation.name", _operation);
            activity.SetTag("failscope.chain", _chain.Name);
            activity.SetTag("gen_ai.request.stream", isStreaming ? true : null);
        }

        return activity;
    }

    internal Activity? StartAttempt(Model model, bool isStreaming)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        Activity? activity = Source.StartActivity($"{_operation} {model.Id}", ActivityKind.Client);
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag("gen_ai.operation.name", _operation);
            activity.SetTag("gen_ai.provider.name", model.Provider.Name);
            activity.SetTag("gen_ai.request.model", model.Id);
            activity.SetTag("gen_ai.request.stream", isStreaming ? true : null);
            activity.SetTag("server.address", model.Provider.Endpoint.Host);
            activity.SetTag("server.port", model.Provider.Endpoint.Port);
            activity.SetTag("failscope.model", model.Name);
        }

        return activity;
    }

    /// <summary>Adds data from a response to the span of its attempt.</summary>
    internal static void Observe(Activity? activity, ChatResponse response)
    {
        if (activity is { IsAllDataRequested: true })
        {
            Tag(activity, response.ResponseId, response.ModelId, response.Usage);
        }
    }

    /// <inheritdoc cref="Observe(Activity?, ChatResponse)"/>
    internal static void Observe(Activity? activity, ChatResponseUpdate update)
    {
        if (activity is { IsAllDataRequested: true })
        {
            Tag(activity, update.ResponseId, update.ModelId, update.Contents.OfType<UsageContent>().LastOrDefault()?.Details);
        }
    }

    /// <inheritdoc cref="Observe(Activity?, ChatResponse)"/>
    internal static void Observe<TEmbedding>(Activity? activity, GeneratedEmbeddings<TEmbedding> embeddings)
        where TEmbedding : Embedding
    {
        if (activity is { IsAllDataRequested: true })
        {
            Tag(activity, null, embeddings.Count > 0 ? embeddings[0].ModelId : null, embeddings.Usage);
        }
    }

    /// <summary>Records a failed attempt.</summary>
    internal void AttemptFailed(Activity? activity, FallbackAttempt attempt)
    {
        if (activity is null && !AttemptDuration.Enabled && !_logger.IsEnabled(LogLevel.Warning))
        {
            // Nothing is listening, so the failure need not be classified.
            return;
        }

        Failure failure = attempt.Failure!;
        Measure(attempt.Model, attempt.Duration, failure.Kind);
        FallbackLog.AttemptFailed(_logger, _chain.Name, attempt.Number, attempt.Model, attempt.Duration.TotalMilliseconds, failure);
        if (activity is not null)
        {
            activity.SetTag("error.type", failure.Kind.ToString());
            activity.SetStatus(ActivityStatusCode.Error, failure.ToString());
            activity.Dispose();
        }
    }

    /// <summary>Records an attempt whose response is complete.</summary>
    internal void AttemptAnswered(Activity? activity, ref FallbackTurn turn)
    {
        if (AttemptDuration.Enabled)
        {
            Measure(turn.Model!, turn.AttemptElapsed, null);
        }

        activity?.Dispose();
    }

    /// <summary>Records the end of a turn.</summary>
    /// <param name="activity">Its span.</param>
    /// <param name="turn">The turn.</param>
    /// <param name="failure">The failure that ended the turn; null if a model answered or the chain is exhausted.</param>
    internal void EndTurn(Activity? activity, ref FallbackTurn turn, Failure? failure)
    {
        Model? answeredBy = turn.IsCommitted ? turn.Model : null;
        FallbackTrail? trail = answeredBy is not null && turn.IsFirstChoice ? null : turn.GetTrail();
        string? error = failure is not null ? failure.Kind.ToString() : answeredBy is null ? nameof(FallbackExhaustedException) : null;
        if (TurnDuration.Enabled)
        {
            var tags = new TagList { { "gen_ai.operation.name", _operation }, { "failscope.chain", _chain.Name } };
            if (error is not null)
            {
                tags.Add("error.type", error);
            }

            TurnDuration.Record(turn.Elapsed.TotalSeconds, tags);
        }

        if (trail is not null)
        {
            CountSkipped(trail);
            Log(trail, failure);
        }

        if (activity is null)
        {
            return;
        }

        if (activity.IsAllDataRequested)
        {
            activity.SetTag("failscope.answered_by", answeredBy?.Name);
            activity.SetTag("failscope.attempts", trail?.Attempts.Count ?? 1);
            foreach (SkippedModel skipped in trail?.Skipped ?? [])
            {
                activity.AddEvent(new ActivityEvent("failscope.skipped", tags: new ActivityTagsCollection
                {
                    { "failscope.model", skipped.Model.Name },
                    { "failscope.skip_reason", skipped.Reason.ToString() },
                    { "failscope.scope", skipped.Scope?.Value },
                    { "failscope.since_attempt", skipped.Since?.Number },
                }));
            }
        }

        if (error is not null)
        {
            activity.SetTag("error.type", error);
            activity.SetStatus(ActivityStatusCode.Error, failure?.ToString() ?? trail?.Summary);
        }

        activity.Dispose();
    }

    private void Measure(Model model, TimeSpan duration, FailureKind? failure)
    {
        var tags = new TagList
        {
            { "gen_ai.operation.name", _operation },
            { "gen_ai.provider.name", model.Provider.Name },
            { "gen_ai.request.model", model.Id },
            { "server.address", model.Provider.Endpoint.Host },
            { "server.port", model.Provider.Endpoint.Port },
            { "failscope.chain", _chain.Name },
            { "failscope.model", model.Name },
        };
        if (failure is { } kind)
        {
            tags.Add("error.type", kind.ToString());
        }

        AttemptDuration.Record(duration.TotalSeconds, tags);
    }

    private static void Tag(Activity activity, string? id, string? model, UsageDetails? usage)
    {
        Set("gen_ai.response.id", id);
        Set("gen_ai.response.model", model);
        Set("gen_ai.usage.input_tokens", usage?.InputTokenCount);
        Set("gen_ai.usage.output_tokens", usage?.OutputTokenCount);

        void Set(string name, object? value)
        {
            // Null would remove the value from an earlier update.
            if (value is not null)
            {
                activity.SetTag(name, value);
            }
        }
    }

    private void CountSkipped(FallbackTrail trail)
    {
        if (!SkippedModels.Enabled)
        {
            return;
        }

        foreach (SkippedModel skipped in trail.Skipped)
        {
            var tags = new TagList
            {
                { "failscope.chain", _chain.Name },
                { "failscope.model", skipped.Model.Name },
                { "failscope.skip_reason", skipped.Reason.ToString() },
            };
            if (skipped.Scope is { } scope)
            {
                tags.Add("failscope.scope_kind", scope.Kind.ToString());
            }

            SkippedModels.Add(1, tags);
        }
    }

    private void Log(FallbackTrail trail, Failure? failure)
    {
        if (failure is not null)
        {
            FallbackLog.TurnEnded(_logger, _chain.Name, failure.Kind);
        }
        else if (trail.AnsweredBy is null)
        {
            FallbackLog.Exhausted(_logger, trail);
        }
        else
        {
            FallbackLog.FellBack(_logger, trail);
        }
    }
}
