using System.Diagnostics;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace FailScope.Extensions.AI.Tests;

/// <summary>Spans, metrics and logs. In one collection, because listeners receive the data of the whole process.</summary>
[Collection(nameof(TelemetryTests))]
[CollectionDefinition(nameof(TelemetryTests), DisableParallelization = true)]
public class TelemetryTests
{
    private static readonly CancellationToken Test = TestContext.Current.CancellationToken;

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_turn_has_a_span_with_a_child_span_for_each_attempt(bool streaming)
    {
        List<Activity> spans = await TraceAsync(async () =>
        {
            var fleet = new Fleet();
            fleet.Fails(Shop.Large, FailureKind.CreditExhausted);
            fleet[Shop.SmallFree].Answer = _ => Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, "hi"))
            {
                ResponseId = "r1",
                ModelId = "small-1",
                Usage = new UsageDetails { InputTokenCount = 3, OutputTokenCount = 5 },
            });
            fleet[Shop.SmallFree].Stream = _ => new FakeStream()
                .Gives(new ChatResponseUpdate(ChatRole.Assistant, "hi") { ResponseId = "r1", ModelId = "small-1" })
                .Content(new UsageContent(new UsageDetails { InputTokenCount = 3, OutputTokenCount = 5 }))
                .Stop();
            using FallbackChatClient client = fleet.Over();
            await client.AskAsync(streaming, cancellationToken: Test);
        });

        Activity turn = Assert.Single(spans, span => span.OperationName == "fallback All");
        Assert.Equal(ActivityStatusCode.Unset, turn.Status);
        Assert.Equal("chat", turn.GetTagItem("gen_ai.operation.name"));
        Assert.Equal("SmallFree", turn.GetTagItem("failscope.answered_by"));
        Assert.Equal(2, turn.GetTagItem("failscope.attempts"));
        ActivityEvent skipped = Assert.Single(turn.Events);
        Assert.Contains(new KeyValuePair<string, object?>("failscope.model", "Medium"), skipped.Tags);
        Assert.Contains(new KeyValuePair<string, object?>("failscope.scope", Shop.Main.CreditScope.Value), skipped.Tags);

        Activity failed = Assert.Single(spans, span => span.OperationName == "chat lab/large");
        Assert.Equal(ActivityKind.Client, failed.Kind);
        Assert.Equal(ActivityStatusCode.Error, failed.Status);
        Assert.Equal("CreditExhausted", failed.GetTagItem("error.type"));
        Assert.Equal("Router", failed.GetTagItem("gen_ai.provider.name"));
        Assert.Equal("lab/large", failed.GetTagItem("gen_ai.request.model"));
        Assert.Equal("router.example", failed.GetTagItem("server.address"));
        Assert.Equal(443, failed.GetTagItem("server.port"));
        Assert.Equal(streaming ? true : null, failed.GetTagItem("gen_ai.request.stream"));

        Activity answered = Assert.Single(spans, span => span.OperationName == "chat lab/small:free");
        Assert.Equal(ActivityStatusCode.Unset, answered.Status);
        Assert.Equal("r1", answered.GetTagItem("gen_ai.response.id"));
        Assert.Equal("small-1", answered.GetTagItem("gen_ai.response.model"));
        Assert.Equal(3L, answered.GetTagItem("gen_ai.usage.input_tokens"));
        Assert.Equal(5L, answered.GetTagItem("gen_ai.usage.output_tokens"));
        Assert.All([failed, answered], span => Assert.Equal(turn.SpanId, span.ParentSpanId));
        Assert.Equal(3, spans.Count);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_turn_without_a_response_is_an_error(bool streaming)
    {
        List<Activity> spans = await TraceAsync(async () =>
        {
            var fleet = new Fleet();
            fleet.Fails(Shop.Large, FailureKind.AuthenticationFailed).Fails(Shop.Elsewhere, FailureKind.AuthenticationFailed);
            using FallbackChatClient client = fleet.Over();
            await Assert.ThrowsAsync<FallbackExhaustedException>(() => client.AskAsync(streaming, cancellationToken: Test));
        });
        Activity turn = Assert.Single(spans, span => span.OperationName == "fallback All");
        Assert.Equal(ActivityStatusCode.Error, turn.Status);
        Assert.Equal("No model of the chain 'All' answered: every key was refused.", turn.StatusDescription);
        Assert.Equal("FallbackExhaustedException", turn.GetTagItem("error.type"));
        Assert.Null(turn.GetTagItem("failscope.answered_by"));
    }

    [Fact]
    public async Task A_terminal_failure_and_a_broken_stream_end_their_spans_too()
    {
        List<Activity> spans = await TraceAsync(async () =>
        {
            var fleet = new Fleet();
            fleet.Fails(Shop.Large, FailureKind.InvalidRequest);
            using FallbackChatClient client = fleet.Over();
            await Assert.ThrowsAsync<FailedCallException>(() => client.AskAsync(streaming: false, cancellationToken: Test));
            fleet[Shop.Large].Stream = _ => new FakeStream().Text("a").Fails(FailureKind.Overloaded);
            await Assert.ThrowsAsync<FailedCallException>(() => client.AskAsync(streaming: true, cancellationToken: Test));
        });
        Assert.Equal(["InvalidRequest", "InvalidRequest", "Overloaded", "Overloaded"], spans.Select(span => span.GetTagItem("error.type")));
        Assert.All(spans, span => Assert.Equal(ActivityStatusCode.Error, span.Status));
    }

    [Fact]
    public async Task The_spans_of_an_sdk_are_children_of_the_attempt_during_the_whole_stream()
    {
        var parents = new List<string?>();
        List<Activity> spans = await TraceAsync(async () =>
        {
            var fleet = new Fleet();
            fleet[Shop.Large].Stream = _ => new FakeStream().Does(Look).Does(Look).Does(Look);
            using FallbackChatClient client = fleet.Over();
            await foreach (ChatResponseUpdate _ in client.GetStreamingResponseAsync(Requests.Hello, null, Test))
            {
                Assert.Null(Activity.Current);
            }
        });
        Assert.Equal(["chat lab/large", "chat lab/large", "chat lab/large"], parents);
        Assert.Equal(2, spans.Count);

        Task<ChatResponseUpdate> Look(CancellationToken cancellationToken)
        {
            parents.Add(Activity.Current?.OperationName);
            return Task.FromResult(new ChatResponseUpdate(ChatRole.Assistant, "a"));
        }
    }

    [Fact]
    public async Task Attempts_are_measured_by_kind_and_skipped_models_by_scope()
    {
        var exported = new List<Metric>();
        using MeterProvider provider = Sdk.CreateMeterProviderBuilder().AddMeter(FallbackTelemetry.MeterName).AddInMemoryExporter(exported).Build();
        var fleet = new Fleet();
        fleet.Fails(Shop.Large, FailureKind.CreditExhausted);
        using FallbackChatClient client = fleet.Over();
        await client.AskAsync(streaming: false, cancellationToken: Test);
        await client.AskAsync(streaming: true, cancellationToken: Test);
        provider.ForceFlush();

        List<MetricPoint> attempts = Points(exported, "gen_ai.client.operation.duration");
        MetricPoint failed = attempts.Single(point => Equals(Tag(point, "error.type"), "CreditExhausted"));
        Assert.Equal(2, failed.GetHistogramCount());
        Assert.Equal("lab/large", Tag(failed, "gen_ai.request.model"));
        Assert.Equal("Router", Tag(failed, "gen_ai.provider.name"));
        Assert.Equal("chat", Tag(failed, "gen_ai.operation.name"));
        MetricPoint answered = attempts.Single(point => Tag(point, "error.type") is null);
        Assert.Equal(2, answered.GetHistogramCount());
        Assert.Equal("SmallFree", Tag(answered, "failscope.model"));

        Assert.Equal(2, Points(exported, "failscope.turn.duration").Single().GetHistogramCount());
        MetricPoint skipped = Points(exported, "failscope.skipped_models").Single();
        Assert.Equal(2, skipped.GetSumLong());
        Assert.Equal(("Medium", "Credit", "Scope"), (Tag(skipped, "failscope.model"), Tag(skipped, "failscope.scope_kind"), Tag(skipped, "failscope.skip_reason")));
    }

    [Fact]
    public async Task Active_cool_downs_are_measured_by_the_kind_of_their_scope()
    {
        var exported = new List<Metric>();
        using MeterProvider provider = Sdk.CreateMeterProviderBuilder().AddMeter(FallbackTelemetry.MeterName).AddInMemoryExporter(exported).Build();
        var clock = new FakeTimeProvider();
        var fleet = new Fleet();
        fleet.Fails(Shop.Large, FailureKind.CreditExhausted);
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(clock).AddFallbackChatClient(Shop.All, (_, model) => fleet[model]);
        await using (ServiceProvider application = services.BuildServiceProvider())
        {
            await application.GetRequiredService<IChatClient>().AskAsync(streaming: false, cancellationToken: Test);
            Assert.Equal(1, Cooling("Credit"));
            Assert.Equal(0, Cooling("Model"));
            clock.Advance(TimeSpan.FromDays(1));
            Assert.Equal(0, Cooling("Credit"));
        }

        long Cooling(string kind)
        {
            exported.Clear();
            provider.ForceFlush();
            return Points(exported, "failscope.cooldowns").Single(point => Equals(Tag(point, "failscope.scope_kind"), kind)).GetGaugeLastValueLong();
        }
    }

    [Fact]
    public async Task A_first_model_that_answers_is_measured_too()
    {
        var exported = new List<Metric>();
        using MeterProvider provider = Sdk.CreateMeterProviderBuilder().AddMeter(FallbackTelemetry.MeterName).AddInMemoryExporter(exported).Build();
        using FallbackChatClient client = new Fleet().Over();
        await client.AskAsync(streaming: false, cancellationToken: Test);
        provider.ForceFlush();
        Assert.Equal(1, Points(exported, "gen_ai.client.operation.duration").Single().GetHistogramCount());
        Assert.Equal(1, Points(exported, "failscope.turn.duration").Single().GetHistogramCount());
    }

    [Fact]
    public async Task Embeddings_have_their_own_span_names_and_log_category()
    {
        using var logs = new LogRecorder();
        List<Activity> spans = await TraceAsync(async () =>
        {
            var fake = new FakeGenerator(Library.EmbedDirect);
            using var generator = new FallbackEmbeddingGenerator<string, Embedding<float>>(
                Library.Vectors, model => model == Library.EmbedDirect ? fake : throw new InvalidOperationException(), new FallbackEmbeddingOptions { LoggerFactory = logs });
            await generator.GenerateAsync(["text"], cancellationToken: Test);
        });
        Assert.Equal(["embeddings lab/embed", "embeddings embed", "fallback Vectors"], spans.Select(span => span.OperationName));
        Assert.All(spans, span => Assert.Equal("embeddings", span.GetTagItem("gen_ai.operation.name")));
        Assert.Equal("NotConfigured", spans[0].GetTagItem("error.type"));
        Assert.Equal(("embed", 1L), (spans[1].GetTagItem("gen_ai.response.model"), spans[1].GetTagItem("gen_ai.usage.input_tokens")));
        Assert.Equal("EmbedDirect", spans[2].GetTagItem("failscope.answered_by"));
        Assert.Equal("FailScope.FallbackEmbeddingGenerator", logs.Category);
        Assert.Equal([LogLevel.Warning, LogLevel.Information], logs.Entries.Select(entry => entry.Level));
    }

    [Fact]
    public async Task Logs_describe_the_turn_without_a_secret()
    {
        string key = "sk-" + new string('x', 40);
        using var logs = new LogRecorder();
        var fleet = new Fleet();
        fleet[Shop.Large].Answer = _ => throw new HttpRequestException($"Incorrect API key provided: {key}", null, System.Net.HttpStatusCode.Unauthorized);
        using (FallbackChatClient client = fleet.Over(new FallbackChatOptions { LoggerFactory = logs, TimeProvider = new FakeTimeProvider() }))
        {
            await client.AskAsync(streaming: false, cancellationToken: Test);
            fleet.Fails(Shop.Elsewhere, FailureKind.Overloaded);
            await Assert.ThrowsAsync<FallbackExhaustedException>(() => client.AskAsync(streaming: false, cancellationToken: Test));
            fleet.Fails(Shop.Large, FailureKind.InvalidRequest);
            await Assert.ThrowsAsync<FailedCallException>(() => client.AskAsync(streaming: false, cancellationToken: Test));
        }

        Assert.Equal(
            [LogLevel.Warning, LogLevel.Information, LogLevel.Warning, LogLevel.Warning, LogLevel.Error, LogLevel.Warning, LogLevel.Information],
            logs.Entries.Select(entry => entry.Level));
        Assert.StartsWith("Chain All, attempt 1: Large (lab/large) failed after 0 ms: AuthenticationFailed", logs.Entries[0].Text, StringComparison.Ordinal);
        Assert.StartsWith("Elsewhere (direct-1) of the chain 'All' answered at attempt 2, 2 models skipped.", logs.Entries[1].Text, StringComparison.Ordinal);
        Assert.StartsWith("No model of the chain 'All' answered", logs.Entries[4].Text, StringComparison.Ordinal);
        Assert.Equal("FailScope.FallbackChatClient", logs.Category);
        Assert.All(logs.Entries, entry =>
        {
            Assert.DoesNotContain(key, entry.Text, StringComparison.Ordinal);
            Assert.Null(entry.Exception);
        });
    }

    [Fact]
    public async Task Spans_contain_no_secret()
    {
        string key = "sk-" + new string('x', 40);
        List<Activity> spans = await TraceAsync(async () =>
        {
            var fleet = new Fleet();
            fleet[Shop.Large].Answer = _ => throw new HttpRequestException($"Incorrect API key provided: {key}", null, System.Net.HttpStatusCode.Unauthorized);
            fleet[Shop.Elsewhere].Answer = _ => throw new InvalidOperationException($"bearer {key}");
            using FallbackChatClient client = fleet.Over();
            await Assert.ThrowsAsync<FallbackExhaustedException>(() => client.AskAsync(streaming: false, cancellationToken: Test));
        });
        Assert.NotEmpty(spans);
        Assert.All(spans, span =>
        {
            Assert.DoesNotContain(key, span.StatusDescription ?? "", StringComparison.Ordinal);
            Assert.All(span.TagObjects, tag => Assert.DoesNotContain(key, tag.Value?.ToString() ?? "", StringComparison.Ordinal));
            Assert.DoesNotContain(span.Events, happened => happened.Tags.Any(tag => tag.Value is string text && text.Contains(key, StringComparison.Ordinal)));
        });
    }

    private static async Task<List<Activity>> TraceAsync(Func<Task> scenario)
    {
        var exported = new List<Activity>();
        using TracerProvider provider = Sdk.CreateTracerProviderBuilder().AddSource(FallbackTelemetry.ActivitySourceName).AddInMemoryExporter(exported).Build();
        await scenario();
        provider.ForceFlush();
        return exported;
    }

    private static List<MetricPoint> Points(List<Metric> exported, string name)
    {
        var points = new List<MetricPoint>();
        foreach (ref readonly MetricPoint point in exported.Single(metric => metric.Name == name).GetMetricPoints())
        {
            points.Add(point);
        }

        return points;
    }

    private static object? Tag(MetricPoint point, string name)
    {
        foreach (KeyValuePair<string, object?> tag in point.Tags)
        {
            if (tag.Key == name)
            {
                return tag.Value;
            }
        }

        return null;
    }

    private sealed class LogRecorder : ILoggerFactory, ILogger
    {
        internal List<(LogLevel Level, string Text, Exception? Exception)> Entries { get; } = [];

        internal string? Category { get; private set; }

        public ILogger CreateLogger(string categoryName)
        {
            Category = categoryName;
            return this;
        }

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public void Dispose()
        {
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Entries.Add((logLevel, formatter(state, exception), exception));
    }
}
