using FailScope.Samples.Catalog;
using FailScope.Testing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace FailScope.Docs.Tests.Messages;

/// <summary>
/// An application with fake providers and a fixed clock, so that its logs and exceptions are the same in every run.
/// </summary>
internal sealed class RuntimeMessages : ILoggerProvider, ILogger
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 8, 1, 3, 12, 0, TimeSpan.Zero));
    private readonly FakeUpstream _upstream;
    private readonly ServiceProvider _services;
    private readonly List<string> _log = [];

    internal RuntimeMessages(params string[] withoutKey)
    {
        _upstream = new FakeUpstream(Models.Catalog) { TimeProvider = _clock };
        Dictionary<string, string?> settings = new(_upstream.ToConfiguration());
        foreach (string key in settings.Keys.Where(key => withoutKey.Any(name => key.EndsWith($":{name}", StringComparison.Ordinal))).ToArray())
        {
            settings.Remove(key);
        }

        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        services.AddSingleton<TimeProvider>(_clock);
        services.AddLogging(logging => logging.ClearProviders().AddProvider(this));
        services.AddFallbackChatClient(Models.Chat);
        _services = services.BuildServiceProvider();
    }

    internal FakeUpstream Upstream => _upstream;

    internal ICooldowns Cooldowns => _services.GetRequiredService<ICooldowns>();

    internal void Wait(TimeSpan time) => _clock.Advance(time);

    /// <summary>Sends a request. Returns the logs and, if it failed, the exception.</summary>
    internal async Task<string> AskAsync()
    {
        _log.Clear();
        try
        {
            await _services.GetRequiredService<IChatClient>().GetResponseAsync("Hello", cancellationToken: TestContext.Current.CancellationToken);
            return string.Join('\n', _log);
        }
        catch (FallbackExhaustedException exhausted)
        {
            return exhausted.Message;
        }
    }

    /// <summary>The logs while an action runs.</summary>
    internal string LogOf(Action act)
    {
        _log.Clear();
        act();
        return string.Join('\n', _log);
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (_log)
        {
            _log.Add($"{logLevel}: {formatter(state, exception)}");
        }
    }

    public void Dispose()
    {
        _services.Dispose();
        _upstream.Dispose();
    }
}
