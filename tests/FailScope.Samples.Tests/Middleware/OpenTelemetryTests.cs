using System.Diagnostics;
using FailScope.Samples.Catalog;
using Microsoft.Extensions.AI;

namespace FailScope.Samples.Tests.Middleware;

/// <summary>
/// <c>UseOpenTelemetry</c> creates a span per request outside the fallback client, and a span per attempt inside it. Both can be used
/// together: the attempts' spans are then inside the request's.
/// </summary>
public sealed class OpenTelemetryTests : IDisposable
{
    private static readonly CancellationToken Test = TestContext.Current.CancellationToken;

    private readonly FakeUpstream _upstream = new(Models.Catalog);
    private readonly string _request = $"request {Guid.NewGuid()}";
    private readonly string _attempt = $"attempt {Guid.NewGuid()}";
    private readonly List<Activity> _spans = [];
    private readonly ActivityListener _listener;

    public OpenTelemetryTests()
    {
        // Only the sources of this test, because tests run in parallel.
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == _request || source.Name == _attempt,
            Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = _spans.Add,
        };
        ActivitySource.AddActivityListener(_listener);
        _upstream.When(Models.Sonnet).Reply(FakeProvider.OpenRouter.CreditExhausted());
    }

    public void Dispose()
    {
        _listener.Dispose();
        _upstream.Dispose();
    }

    [Fact]
    public async Task Outside_a_request_is_one_successful_span_although_a_model_failed()
    {
        using IChatClient chat = Fallback.Over(_upstream, Models.Chat).AsBuilder().UseOpenTelemetry(sourceName: _request).Build();
        await chat.GetResponseAsync("Who answers?", cancellationToken: Test);
        Activity span = Assert.Single(_spans);
        Assert.Equal(ActivityStatusCode.Unset, span.Status);
        Assert.Equal("failscope", span.GetTagItem("gen_ai.provider.name"));
        Assert.Equal(Models.GptOssFree.Id, span.GetTagItem("gen_ai.response.model"));
    }

    [Fact]
    public async Task Inside_each_attempt_is_a_span_with_its_model_and_its_error()
    {
        using IChatClient chat = WithTelemetryInside();
        await chat.GetResponseAsync("Who answers?", cancellationToken: Test);
        Assert.Equal([Models.Sonnet.Id, Models.GptOssFree.Id], _spans.Select(span => span.GetTagItem("gen_ai.request.model")));
        Assert.Equal([ActivityStatusCode.Error, ActivityStatusCode.Unset], _spans.Select(span => span.Status));
    }

    [Fact]
    public async Task On_both_sides_the_spans_of_the_attempts_are_inside_that_of_the_request()
    {
        using IChatClient chat = WithTelemetryInside().AsBuilder().UseOpenTelemetry(sourceName: _request).Build();
        await chat.GetResponseAsync("Who answers?", cancellationToken: Test);
        Assert.Equal([_attempt, _attempt, _request], _spans.Select(span => span.Source.Name));
        Assert.All(_spans[..2], attempt => Assert.Equal(_spans[2].TraceId, attempt.TraceId));
    }

    private FallbackChatClient WithTelemetryInside() =>
        Fallback.Over(_upstream, Models.Chat, (_, client) => client.AsBuilder().UseOpenTelemetry(sourceName: _attempt).Build());
}
