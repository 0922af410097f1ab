using System.Diagnostics;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace FailScope.Extensions.AI.Tests;

/// <summary>An answer is paid for: no code that is called about it, and throws, costs the caller the answer.</summary>
public class PaidAnswerTests
{
    private static readonly CancellationToken Test = TestContext.Current.CancellationToken;
    private readonly Fleet _fleet = new();

    [Theory, InlineData(false), InlineData(true)]
    public async Task What_the_observer_throws_at_an_answer_is_ignored(bool streaming)
    {
        using FallbackChatClient client = _fleet.Over(new FallbackChatOptions { OnAttempt = _ => throw new FormatException() });
        Assert.Equal("Large", await client.AskAsync(streaming, cancellationToken: Test));
    }

    [Fact]
    public async Task What_the_observer_throws_at_embeddings_is_ignored()
    {
        using var generator = new FallbackEmbeddingGenerator<string, Embedding<float>>(
            Library.Vectors, model => new FakeGenerator(model), new FallbackEmbeddingOptions { OnAttempt = _ => throw new FormatException() });
        Assert.Single(await generator.GenerateAsync(["a"], cancellationToken: Test));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task What_the_observer_throws_at_a_failure_ends_the_turn(bool streaming)
    {
        _fleet.Fails(Shop.Large, FailureKind.RateLimited);
        using FallbackChatClient client = _fleet.Over(new FallbackChatOptions { OnAttempt = _ => throw new FormatException() });
        await Assert.ThrowsAsync<FormatException>(() => client.AskAsync(streaming, cancellationToken: Test));
        Assert.Equal([Shop.Large], _fleet.Called);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task What_a_reader_of_answers_throws_is_ignored(bool streaming)
    {
        object raw = new();
        FakeClient large = _fleet[Shop.Large];
        large.Reader = new FailingReader();
        large.Answer = _ => Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, "Large")) { RawRepresentation = raw });
        large.Stream = _ => new FakeStream().Gives(new ChatResponseUpdate { RawRepresentation = raw }).Text("Large").Gives(new ChatResponseUpdate { RawRepresentation = raw }).Stop();
        using FallbackChatClient client = _fleet.Over();
        Assert.Equal("Large", await client.AskAsync(streaming, cancellationToken: Test));
        Assert.Equal([Shop.Large], _fleet.Called);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task What_a_log_throws_at_an_answer_is_ignored(bool streaming)
    {
        _fleet.Fails(Shop.Large, FailureKind.RateLimited);
        using var log = new FailingLog();
        using FallbackChatClient client = _fleet.Over(new FallbackChatOptions { LoggerFactory = log });
        Assert.Equal("Medium", await client.AskAsync(streaming, cancellationToken: Test));
        Assert.Equal(1, log.Thrown);
    }

    private sealed class FailingReader : IAnswerReader
    {
        public bool AlwaysFinishes => false;

        public Failure? FindFailure(object rawRepresentation, TimeProvider timeProvider) => throw new FormatException();
    }

    /// <summary>A log that cannot write down that a turn was answered.</summary>
    private sealed class FailingLog : ILoggerFactory, ILogger
    {
        internal int Thrown { get; private set; }

        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider) => throw new UnreachableException();

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (eventId.Name == "FellBack")
            {
                Thrown++;
                throw new FormatException();
            }
        }

        public void Dispose()
        {
        }
    }
}
