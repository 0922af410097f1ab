using FailScope.Samples.Catalog;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace FailScope.Samples.Tests.Middleware;

/// <summary><c>UseLogging</c> logs requests outside the fallback client, and attempts inside it.</summary>
public sealed class LoggingTests : IDisposable
{
    private static readonly CancellationToken Test = TestContext.Current.CancellationToken;

    private readonly FakeUpstream _upstream = new(Models.Catalog);
    private readonly ListLogger _log = new();

    public LoggingTests()
    {
        _upstream.When(Models.Sonnet).Reply(FakeProvider.OpenRouter.CreditExhausted());
    }

    public void Dispose() => _upstream.Dispose();

    [Fact]
    public async Task Outside_a_request_is_logged_once_and_the_failed_attempt_is_not_logged()
    {
        using IChatClient chat = Fallback.Over(_upstream, Models.Chat).AsBuilder().UseLogging(_log).Build();
        await chat.GetResponseAsync("Who answers?", cancellationToken: Test);
        Assert.Equal(["GetResponseAsync invoked.", "GetResponseAsync completed."], _log.Lines);
    }

    [Fact]
    public async Task Inside_each_attempt_is_logged_and_the_failed_one_as_an_error()
    {
        using IChatClient chat = Fallback.Over(_upstream, Models.Chat, (_, client) => client.AsBuilder().UseLogging(_log).Build());
        await chat.GetResponseAsync("Who answers?", cancellationToken: Test);
        Assert.Equal(["GetResponseAsync invoked.", "GetResponseAsync failed.", "GetResponseAsync invoked.", "GetResponseAsync completed."], _log.Lines);
        Assert.Equal(LogLevel.Error, _log.Levels[1]);
    }

    private sealed class ListLogger : ILoggerFactory, ILogger
    {
        internal List<string> Lines { get; } = [];

        internal List<LogLevel> Levels { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider)
        {
        }

        // Not Trace, which also logs messages and options.
        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Debug;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            Lines.Add(formatter(state, exception));
            Levels.Add(logLevel);
        }

        public void Dispose()
        {
        }
    }
}
