using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace FailScope.Extensions.AI.Tests;

public class CooldownTests
{
    private static readonly CancellationToken Test = TestContext.Current.CancellationToken;
    private readonly Fleet _fleet = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Five_requests_to_an_account_without_credit_make_one_failing_call(bool streaming)
    {
        _fleet.Fails(Shop.Large, FailureKind.CreditExhausted);
        await using ServiceProvider services = Services([], collection => collection.AddFallbackChatClient(Shop.All, (_, model) => _fleet[model]));
        IChatClient client = services.GetRequiredService<IChatClient>();
        for (int i = 0; i < 5; i++)
        {
            ChatResponse response = await client.AnswerAsync(streaming, cancellationToken: Test);
            Assert.Equal("SmallFree", response.Text);
            Assert.Equal([Shop.Large, Shop.Medium], response.GetFallbackTrail()!.Attempts.Where(attempt => !attempt.Answered).Select(attempt => attempt.Model)
                .Concat(response.GetFallbackTrail()!.Skipped.Select(skipped => skipped.Model)));
        }

        Assert.Single(_fleet[Shop.Large].Calls);
        Assert.Empty(_fleet[Shop.Medium].Calls);
        Assert.Equal(Shop.Main.CreditScope, Assert.Single(services.GetRequiredService<ICooldowns>().GetEntries()).Scope);
    }

    [Fact]
    public async Task Memory_can_be_turned_off()
    {
        _fleet.Fails(Shop.Large, FailureKind.CreditExhausted);
        await using ServiceProvider services = Services([], collection => collection.AddFallbackChatClient(Shop.All, (_, model) => _fleet[model], options => options.Cooldowns = null));
        for (int i = 0; i < 5; i++)
        {
            await services.GetRequiredService<IChatClient>().AskAsync(streaming: false, cancellationToken: Test);
        }

        Assert.Equal(5, _fleet[Shop.Large].Calls.Count);
    }

    [Fact]
    public async Task The_tenant_is_determined_for_every_request()
    {
        string tenant = "red";
        _fleet.Fails(Shop.Large, FailureKind.CreditExhausted);
        await using ServiceProvider services = Services([], collection => collection.AddFallbackChatClient(Shop.All, (_, model) => _fleet[model], options => options.Tenant = () => tenant));
        IChatClient client = services.GetRequiredService<IChatClient>();
        foreach (string next in (string[])["red", "red", "blue"])
        {
            tenant = next;
            await client.AskAsync(streaming: false, cancellationToken: Test);
        }

        Assert.Equal(["blue", "red"], services.GetRequiredService<ICooldowns>().GetEntries().Select(entry => entry.Tenant));
        Assert.Equal(2, _fleet[Shop.Large].Calls.Count);
    }

    [Fact]
    public async Task Embedding_generators_remember_too()
    {
        var generators = Library.Vectors.Models.ToDictionary(model => model, model => new FakeGenerator(model));
        Model first = Library.Vectors.Models[0];
        generators[first].Answer = (_, _) => throw new FailedCallException(new Failure(FailureKind.AuthenticationFailed));
        await using ServiceProvider services = Services([], collection => collection.AddFallbackEmbeddingGenerator(Library.Vectors, (_, model) => generators[model]));
        for (int i = 0; i < 5; i++)
        {
            await services.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>().GenerateAsync(["text"], cancellationToken: Test);
        }

        Assert.Single(generators[first].Calls);
    }

    [Fact]
    public async Task Durations_are_read_for_kinds_credentials_and_chains()
    {
        var clock = new FakeTimeProvider();
        _fleet.Fails(Shop.Large, FailureKind.CreditExhausted).Fails(Shop.SmallFree, FailureKind.RateLimited).Fails(Shop.Elsewhere, FailureKind.Overloaded);
        await using ServiceProvider services = Services(
            [
                ("FailScope:Cooldowns:FailWhenAllCooling", "true"),
                ("FailScope:Cooldowns:Kinds:RateLimited:Duration", "00:00:07"),
                ("FailScope:Cooldowns:Credentials:Main:CreditExhausted:Duration", "UntilReset"),
                ("FailScope:Cooldowns:Chains:All:Overloaded:Threshold", "1"),
            ],
            collection => collection.AddSingleton<TimeProvider>(clock).AddFallbackChatClient(Shop.All, (_, model) => _fleet[model]));
        IChatClient client = services.GetRequiredService<IChatClient>();
        FallbackExhaustedException exhausted = await Assert.ThrowsAsync<FallbackExhaustedException>(() => client.AskAsync(streaming: false, cancellationToken: Test));
        Assert.Equal(clock.GetUtcNow().AddSeconds(7), exhausted.RetryAt);
        await Assert.ThrowsAsync<FallbackExhaustedException>(() => client.AskAsync(streaming: false, cancellationToken: Test));
        Assert.Single(_fleet[Shop.Elsewhere].Calls);
        Assert.Contains(services.GetRequiredService<ICooldowns>().GetEntries(), entry => entry.IsUntilReset && entry.Scope.Equals(Shop.Main.CreditScope));
    }

    [Theory]
    [InlineData("ProbeLease", "30", "ProbeLease")]
    [InlineData("ProbeLease", "00:00:00", "ProbeLease")]
    [InlineData("ProbeJitter", "2", "ProbeJitter")]
    [InlineData("FailWhenAllCooling", "perhaps", "FailWhenAllCooling")]
    [InlineData("Kinds:Overload:Duration", "00:00:01", "Overload")]
    [InlineData("Kinds:6:Duration", "00:00:01", "6")]
    [InlineData("Kinds:Overloaded:Threshold", "0", "Threshold")]
    [InlineData("Kinds:Overloaded:Duration", "UntilReset", "Overloaded")]
    [InlineData("Kinds:InvalidRequest:Duration", "00:00:01", "InvalidRequest")]
    [InlineData("Credentials:Mian:CreditExhausted:Duration", "00:00:01", "Mian")]
    [InlineData("Chains:Every:CreditExhausted:Duration", "00:00:01", "Every")]
    public void An_invalid_cool_down_value_is_reported_with_its_configuration_path(string name, string value, string named)
    {
        InvalidOperationException thrown = Assert.Throws<InvalidOperationException>(
            () => new CooldownOptions().Read(Configure([($"FailScope:Cooldowns:{name}", value)]), [Shop.All]));
        Assert.Contains("'FailScope:Cooldowns:", thrown.Message, StringComparison.Ordinal);
        Assert.Contains(named, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_replaced_in_the_configuration_is_used_and_ends_the_cool_downs_of_the_old_one()
    {
        const string Old = "old-key-0123456789";
        const string New = "new-key-0123456789";
        string accepted = New;
        LoopbackProvider? provider = null;
        provider = new LoopbackProvider(_ => provider!.Authorizations[^1] == $"Bearer {accepted}"
            ? LoopbackProvider.Json(200, LoopbackProvider.Completion("hello"))
            : LoopbackProvider.Json(401, """{"error":{"message":"Incorrect API key provided","code":"invalid_api_key"}}"""));
        await using (provider)
        {
            IConfigurationRoot configuration = Configure([("FailScope:Credentials:Main", Old), ("FailScope:Providers:Router:Endpoint", provider.Endpoint.ToString())]);
            await using ServiceProvider services = Services(configuration, collection => collection.AddFallbackChatClient(Shop.All));
            IChatClient client = services.GetRequiredService<IChatClient>();
            for (int i = 0; i < 2; i++)
            {
                await Assert.ThrowsAsync<FallbackExhaustedException>(() => client.AskAsync(streaming: false, cancellationToken: Test));
            }

            int refused = provider.Requests.Count;
            configuration["FailScope:Credentials:Main"] = New;
            configuration.Reload();
            Assert.Empty(services.GetRequiredService<ICooldowns>().GetEntries());
            Assert.Equal("hello", await client.AskAsync(streaming: false, cancellationToken: Test));
            Assert.Equal(refused + 1, provider.Requests.Count);
        }
    }

    [Fact]
    public async Task With_a_configured_file_the_memory_survives_a_restart_and_cool_downs_are_logged()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("failscope-cooldowns");
        try
        {
            _fleet.Fails(Shop.Large, FailureKind.CreditExhausted);
            using var log = new LogLines();
            for (int i = 0; i < 3; i++)
            {
                await using ServiceProvider services = Services([("FailScope:Cooldowns:File", Path.Combine(folder.FullName, "cooldowns"))], collection => collection
                    .AddSingleton<ILoggerFactory>(log)
                    .AddFallbackChatClient(Shop.All, (_, model) => _fleet[model]));
                Assert.Equal("SmallFree", await services.GetRequiredService<IChatClient>().AskAsync(streaming: false, cancellationToken: Test));
                services.GetRequiredService<ICooldowns>().Reset(Shop.Main.FreeQuotaScope);
            }

            Assert.Single(_fleet[Shop.Large].Calls);
            Assert.Contains(log.Lines, line => line.StartsWith($"{Shop.Main.CreditScope.Value} cools down until ", StringComparison.Ordinal)
                && line.EndsWith($": CreditExhausted of {Shop.Large.ModelScope.Value}", StringComparison.Ordinal));
            Assert.Contains($"{Shop.Main.FreeQuotaScope.Value} was reset", log.Lines);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IConfigurationRoot Configure((string Name, string Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(value => new KeyValuePair<string, string?>(value.Name, value.Value))).Build();

    private static ServiceProvider Services((string Name, string Value)[] values, Action<IServiceCollection> add) => Services(Configure(values), add);

    private static ServiceProvider Services(IConfiguration configuration, Action<IServiceCollection> add)
    {
        var services = new ServiceCollection();
        services.AddSingleton(configuration);
        add(services);
        return services.BuildServiceProvider();
    }

    private sealed class LogLines : ILoggerFactory, ILogger
    {
        internal List<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
