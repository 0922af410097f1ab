using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FailScope.Extensions.AI.Tests;

public class ConfigurationTests
{
    private static readonly CancellationToken Test = TestContext.Current.CancellationToken;
    private static readonly string Key = "sk-" + new string('x', 40);

    [Fact]
    public async Task A_chain_is_registered_with_keys_and_endpoints_from_the_configuration()
    {
        await using var provider = new LoopbackProvider(_ => LoopbackProvider.Json(200, LoopbackProvider.Completion("hello")));
        await using ServiceProvider services = Services(Configure(
            ("FailScope:Credentials:Main", $" {Key}\n"),
            ("FailScope:Providers:Router:Endpoint", provider.Endpoint.ToString())), collection => collection.AddFallbackChatClient(Shop.All));
        IChatClient client = services.GetRequiredService<IChatClient>();
        Assert.Equal("hello", await client.AskAsync(streaming: false, cancellationToken: Test));
        Assert.Equal([$"Bearer {Key}"], provider.Authorizations);
        Assert.Same(client, services.GetRequiredService<IChatClient>());
    }

    [Fact]
    public async Task A_missing_key_retires_only_its_own_models_and_the_message_says_where_to_set_it()
    {
        await using var provider = new LoopbackProvider(_ => LoopbackProvider.Json(200, LoopbackProvider.Completion("hello")));
        await using ServiceProvider services = Services(Configure(
            ("FAILSCOPE_TESTS_OTHER_KEY", Key),
            ("FailScope:Providers:Direct:Endpoint", provider.Endpoint.ToString())), collection => collection.AddFallbackChatClient(Shop.All));
        ChatResponse response = await services.GetRequiredService<IChatClient>().AnswerAsync(streaming: false, cancellationToken: Test);
        Assert.Equal(Shop.Elsewhere, response.GetAnsweringModel(Shop.All));
        Assert.Equal(
            "There is no key for the credential 'Main': set FAILSCOPE_TESTS_MAIN_KEY or FailScope:Credentials:Main.",
            response.GetFallbackTrail()!.Attempts[0].Exception!.Message);
    }

    [Fact]
    public void Keys_are_found_by_credential_name_then_by_variable_then_in_the_environment()
    {
        const string Variable = "FAILSCOPE_TESTS_OTHER_KEY";
        Assert.False(Shop.Other.TryFindKey(null, out _));
        Assert.False(Shop.Other.TryFindKey(Configure((Variable, "  ")), out _));
        try
        {
            Environment.SetEnvironmentVariable(Variable, "from the environment");
            Assert.Equal("from the environment", Find(null));
            Assert.Equal("from the environment", Find(Configure()));
            Assert.Equal("from secrets", Find(Configure((Variable, "from secrets"))));
            Assert.Equal("by name", Find(Configure((Variable, "from secrets"), ("FailScope:Credentials:Other", "by name"))));
        }
        finally
        {
            Environment.SetEnvironmentVariable(Variable, null);
        }

        static string? Find(IConfiguration? configuration) => Shop.Other.TryFindKey(configuration, out string? key) ? key : null;
    }

    [Fact]
    public void An_endpoint_comes_from_the_catalog_unless_it_is_configured()
    {
        Assert.Equal(Shop.Router.Endpoint, Shop.Router.GetEndpoint(null));
        Assert.Equal(Shop.Router.Endpoint, Shop.Router.GetEndpoint(Configure()));
        Assert.Equal(new Uri("http://proxy.example/"), Shop.Router.GetEndpoint(Configure(("FailScope:Providers:Router:Endpoint", "http://proxy.example"))));
        foreach (string wrong in new[] { "", "proxy", "ftp://proxy.example" })
        {
            Assert.Throws<InvalidOperationException>(() => Shop.Router.GetEndpoint(Configure(("FailScope:Providers:Router:Endpoint", wrong))));
        }
    }

    [Fact]
    public void The_options_of_a_chain_are_read_and_missing_ones_are_unchanged()
    {
        var options = new FallbackChatOptions { IdleTimeout = TimeSpan.FromSeconds(1), MaxAttempts = 9 };
        options.Read(
            Configure(
                ("FailScope:Chains:All:MaxAttempts", "3"),
                ("FailScope:Chains:All:Timeout", "00:01:30"),
                ("FailScope:Chains:All:AttemptTimeout", "00:00:30"),
                ("FailScope:Chains:All:FirstContentTimeout", "00:00:10.5"),
                ("FailScope:Chains:All:FallbackOn:0", "ContentFiltered"),
                ("FailScope:Chains:All:FallbackOn:1", "InvalidRequest"),
                ("FailScope:Chains:All:ReportFirstChoice", "true"),
                ("FailScope:Chains:All:RequireFinishReason", "true")),
            Shop.All);
        Assert.Equal(3, options.MaxAttempts);
        Assert.Equal(TimeSpan.FromSeconds(90), options.Timeout);
        Assert.Equal(TimeSpan.FromSeconds(30), options.AttemptTimeout);
        Assert.Equal(TimeSpan.FromSeconds(10.5), options.FirstContentTimeout);
        Assert.Equal(TimeSpan.FromSeconds(1), options.IdleTimeout);
        Assert.Equal([FailureKind.ContentFiltered, FailureKind.InvalidRequest], options.FallbackOn);
        Assert.True(options.ReportFirstChoice);
        Assert.True(options.RequireFinishReason);
    }

    [Theory]
    [InlineData("MaxAttempts", "0")]
    [InlineData("MaxAttempts", "many")]
    [InlineData("Timeout", "30")]
    [InlineData("AttemptTimeout", "-00:00:01")]
    [InlineData("IdleTimeout", "soon:ish")]
    [InlineData("FallbackOn:0", "RateLimited")]
    [InlineData("FallbackOn:0", "Nonsense")]
    [InlineData("ReportFirstChoice", "maybe")]
    [InlineData("RequireFinishReason", "perhaps")]
    public void An_invalid_value_is_reported_with_its_configuration_path(string name, string value)
    {
        InvalidOperationException thrown = Assert.Throws<InvalidOperationException>(
            () => new FallbackChatOptions().Read(Configure(($"FailScope:Chains:All:{name}", value)), Shop.All));
        Assert.Contains($"'FailScope:Chains:All:{name.Split(':')[0]}'", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_overrides_the_configuration_and_services_are_used()
    {
        var clock = new FakeTimeProvider();
        FallbackChatOptions? seen = null;
        await using ServiceProvider services = Services(Configure(("FailScope:Chains:All:MaxAttempts", "3")), collection =>
        {
            collection.AddSingleton<TimeProvider>(clock);
            collection.AddLogging();
            collection.AddFallbackChatClient(Shop.All, options =>
            {
                Assert.Equal(3, options.MaxAttempts);
                options.MaxAttempts = 1;
                seen = options;
            });
        });
        Assert.NotNull(services.GetRequiredService<IChatClient>().GetService<FallbackChatClient>());
        Assert.Same(clock, seen!.TimeProvider);
        Assert.NotNull(seen.LoggerFactory);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_client_uses_the_readers_in_the_services_and_in_its_options(bool isService)
    {
        var fleet = new Fleet();
        fleet[Shop.Large].Answer = _ => throw new AcmeException();
        await using ServiceProvider services = Services(null, collection =>
        {
            if (isService)
            {
                collection.AddSingleton<IFailureReader, AcmeReader>();
            }

            collection.AddFallbackChatClient(Shop.All, (_, model) => fleet[model], options =>
            {
                if (!isService)
                {
                    options.FailureReaders.Add(new AcmeReader());
                }
            });
        });
        ChatResponse response = await services.GetRequiredService<IChatClient>().AnswerAsync(streaming: false, cancellationToken: Test);
        Assert.Equal(FailureKind.AuthenticationFailed, response.GetFallbackTrail()!.Attempts[0].Failure!.Kind);
    }

    [Fact]
    public async Task Several_chains_can_be_registered_with_custom_client_factories()
    {
        var fleet = new Fleet();
        FallbackChain other = Shop.Catalog.CreateChain("Elsewhere", "Large");
        await using ServiceProvider services = Services(null, collection =>
        {
            collection.AddSingleton(fleet);
            collection.AddFallbackChatClient(Shop.All, (provider, model) => provider.GetRequiredService<Fleet>()[model]);
            collection.AddKeyedFallbackChatClient("other", other, (provider, model) => provider.GetRequiredService<Fleet>()[model])
                .ConfigureOptions(options => options.Temperature = 1);
        });
        Assert.Equal("Large", await services.GetRequiredService<IChatClient>().AskAsync(streaming: false, cancellationToken: Test));
        Assert.Equal("Elsewhere", await services.GetRequiredKeyedService<IChatClient>("other").AskAsync(streaming: false, cancellationToken: Test));
        Assert.Equal(1, fleet[Shop.Elsewhere].Calls[0].Options!.Temperature);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public async Task A_stream_of_a_built_in_client_without_a_finish_reason_is_treated_as_cut_off(string? setting, bool isCutShort)
    {
        await using var provider = new LoopbackProvider(_ => LoopbackProvider.Events(LoopbackProvider.Chunk("""{"role":"assistant","content":"half"}""")));
        (string, string)[] settings = setting is null ? [] : [("FailScope:Chains:All:RequireFinishReason", setting)];
        await using ServiceProvider services = Services(
            Configure([("FailScope:Credentials:Main", Key), ("FailScope:Providers:Router:Endpoint", provider.Endpoint.ToString()), .. settings]),
            collection => collection.AddFallbackChatClient(Shop.All));
        Task<string> asked = services.GetRequiredService<IChatClient>().AskAsync(streaming: true, cancellationToken: Test);
        if (isCutShort)
        {
            await Assert.ThrowsAsync<FailedCallException>(() => asked);
        }
        else
        {
            Assert.Equal("half", await asked);
        }
    }

    [Fact]
    public async Task A_keyed_chain_finds_its_keys_too()
    {
        await using var provider = new LoopbackProvider(_ => LoopbackProvider.Json(200, LoopbackProvider.Completion("hello")));
        await using ServiceProvider services = Services(Configure(
            ("FAILSCOPE_TESTS_MAIN_KEY", Key),
            ("FailScope:Providers:Router:Endpoint", provider.Endpoint.ToString())), collection => collection.AddKeyedFallbackChatClient("main", Shop.All));
        Assert.Equal("hello", await services.GetRequiredKeyedService<IChatClient>("main").AskAsync(streaming: false, cancellationToken: Test));
        Assert.Null(services.GetService<IChatClient>());
    }

    [Fact]
    public async Task The_service_provider_disposes_the_clients_of_the_models()
    {
        var fleet = new Fleet();
        ServiceProvider services = Services(null, collection => collection.AddFallbackChatClient(Shop.All, (_, model) => fleet[model]));
        await services.GetRequiredService<IChatClient>().AskAsync(streaming: false, cancellationToken: Test);
        await services.DisposeAsync();
        Assert.Equal(1, fleet[Shop.Large].Disposals);
    }

    [Fact]
    public void Missing_arguments_are_rejected()
    {
        var services = new ServiceCollection();
        Assert.Throws<ArgumentNullException>(() => services.AddFallbackChatClient(null!));
        Assert.Throws<ArgumentNullException>(() => services.AddKeyedFallbackChatClient("key", null!));
        Assert.Throws<ArgumentNullException>(() => services.AddFallbackChatClient(Shop.All, (Func<IServiceProvider, Model, IChatClient>)null!));
        Assert.Throws<ArgumentException>(() => OpenAIModelClients.Create(Shop.Large, " "));
        Assert.Throws<ArgumentNullException>(() => OpenAIModelClients.Create(null!, Key));
    }

    private static IConfiguration Configure(params (string Name, string Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(value => new KeyValuePair<string, string?>(value.Name, value.Value))).Build();

    private static ServiceProvider Services(IConfiguration? configuration, Action<IServiceCollection> add)
    {
        var services = new ServiceCollection();
        if (configuration is not null)
        {
            services.AddSingleton(configuration);
        }

        add(services);
        return services.BuildServiceProvider();
    }

    private sealed class AcmeException : Exception;

    private sealed class AcmeReader : IFailureReader
    {
        public bool TryRead(Exception exception, [NotNullWhen(true)] out ProviderError? error)
        {
            error = exception is AcmeException ? new ProviderError { StatusCode = 401 } : null;
            return error is not null;
        }
    }
}
