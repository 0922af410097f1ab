using System.Diagnostics;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace FailScope.Extensions.AI.Tests;

/// <summary>A response has been paid for, so it must not be lost because code that is called about it throws.</summary>
public class PaidAnswerTests
{
    private static readonly CancellationToken Test = TestContext.Current.CancellationToken;
    private readonly Fleet _fleet = new();

    [Fact]
    public async Task An_exception_from_OnAttempt_after_embeddings_is_ignored()
    {
        using var generator = new FallbackEmbeddingGenerator<string, Embedding<float>>(
            Library.Vectors, model => new FakeGenerator(model), new FallbackEmbeddingOptions { OnAttempt = _ => throw new FormatException() });
        Assert.Single(await generator.GenerateAsync(["a"], cancellationToken: Test));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task An_exception_from_an_answer_reader_is_ignored(bool streaming)
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
    public async Task An_exception_from_a_logger_after_a_response_is_ignored(bool streaming)
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

    /// <summary>A logger that throws when a turn has been answered.</summary>
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
