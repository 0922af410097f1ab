namespace FailScope.Package.Tests.Consumers;

/// <summary>The source code of consumers.</summary>
internal static class ConsumerSources
{
    internal const string Console = "<OutputType>Exe</OutputType>";

    internal const string Runtime = """<PackageReference Include="FailScope" Version="$(FailScope)" />""";

    /// <summary>Only the chat client: the runtime and the generator are its dependencies.</summary>
    internal const string OpenAIClient = """<PackageReference Include="FailScope.Extensions.AI.OpenAI" Version="$(FailScope)" />""";

    internal const string ChatClient = """<PackageReference Include="FailScope.Extensions.AI" Version="$(FailScope)" />""";

    /// <summary>Only the Redis package: the runtime and the generator are its dependencies.</summary>
    internal const string Redis = """<PackageReference Include="FailScope.Redis" Version="$(FailScope)" />""";

    /// <summary>Only the testing package: the runtime and the generator are its only dependencies.</summary>
    internal const string TestDoubles = """<PackageReference Include="FailScope.Testing" Version="$(FailScope)" />""";

    /// <summary>One key, a priced model first and a free one last, in a class with the given namespace and accessibility.</summary>
    internal static string Catalog(string @namespace = "App", string accessibility = "public") => $$"""
        using FailScope;

        namespace {{@namespace}};

        [ModelCatalog]
        {{accessibility}} static partial class Models
        {
            [Provider("https://openrouter.ai/api/v1")]
            public static partial Provider OpenRouter { get; }

            [Credential(nameof(OpenRouter), EnvironmentVariable = "OPENROUTER_API_KEY")]
            public static partial Credential Main { get; }

            [Model("anthropic/claude-sonnet-4.5", nameof(Main), InputUsdPerMillion = 3, OutputUsdPerMillion = 15)]
            public static partial Model Sonnet { get; }

            [Model("openai/gpt-5", nameof(Main), InputUsdPerMillion = 1.25, OutputUsdPerMillion = 10)]
            public static partial Model Gpt { get; }

            [Model("meta-llama/llama-3.3-70b-instruct:free", nameof(Main))]
            public static partial Model LlamaFree { get; }

            [FallbackChain(nameof(Sonnet), nameof(Gpt), nameof(LlamaFree), Survives = LossOf.Credit)]
            public static partial FallbackChain Chat { get; }
        }
        """;

    /// <summary>Remembers an account without credit, with no server to share it. Prints the remaining models, and whether the memory is shared.</summary>
    internal const string RedisProgram = """
        using App;
        using FailScope;
        using FailScope.Redis;
        using StackExchange.Redis;

        var cooldowns = new Cooldowns();
        await using ConnectionMultiplexer server = await ConnectionMultiplexer.ConnectAsync("127.0.0.1:1,abortConnect=false,connectTimeout=500");
        await using RedisCooldowns fleet = await RedisCooldowns.ConnectAsync(cooldowns, server);
        FallbackState state = Models.Chat.Start(cooldowns);
        if (cooldowns.TryBegin(ref state, out CooldownAttempt attempt))
        {
            cooldowns.Failed(attempt, new Failure(FailureKind.CreditExhausted));
        }

        Console.WriteLine(Models.Chat.Start(cooldowns));
        Console.WriteLine(fleet.IsSharing ? "shared" : "alone");
        """;

    internal static readonly string[] RedisPrinted = ["LlamaFree", "alone"];

    /// <summary>Prints which models are called if the account is out of credit.</summary>
    internal static string Program(string @namespace = "App") => $$"""
        using FailScope;
        using {{@namespace}};

        FallbackState state = Models.Chat.Start();
        while (state.TryGetNext(out Model? model))
        {
            Console.WriteLine(model.Name);
            if (model.IsFree)
            {
                break;
            }

            state = state.After(FailureClassifier.Classify(new ProviderError { StatusCode = 402, Body = "Insufficient credits" }).Kind);
        }
        """;

    /// <summary>The output of <see cref="Program"/>: the second priced model is skipped without a call.</summary>
    internal static readonly string[] Printed = ["Sonnet", "LlamaFree"];

    /// <summary>Sends a request through the chat client. Priced models respond with the status of an account without credit.</summary>
    internal const string ChatProgram = """
        using FailScope;
        using Microsoft.Extensions.AI;
        using App;

        using IChatClient chat = new FallbackChatClient(Models.Chat, model => new Upstream(model));
        Console.WriteLine(await chat.GetResponseAsync("Who answers?"));

        sealed class Upstream(Model model) : IChatClient
        {
            public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
            {
                Console.WriteLine(model.Name);
                return model.IsFree
                    ? Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, "I do.")))
                    : throw new HttpRequestException("Insufficient credits", null, System.Net.HttpStatusCode.PaymentRequired);
            }

            public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
                throw new NotSupportedException();

            public object? GetService(Type serviceType, object? serviceKey = null) => null;

            public void Dispose()
            {
            }
        }
        """;

    /// <summary>The output of <see cref="ChatProgram"/>.</summary>
    internal static readonly string[] ChatPrinted = ["Sonnet", "LlamaFree", "I do."];

    /// <summary>The most common usage: a chain as the chat client, with OpenAI's library, in one line. There is no key, so nothing is called.</summary>
    internal const string ServiceProgram = """
        using FailScope;
        using Microsoft.Extensions.AI;
        using Microsoft.Extensions.DependencyInjection;
        using App;

        var services = new ServiceCollection();
        services.AddFallbackChatClient(Models.Chat);
        using IChatClient chat = (IChatClient)new DefaultServiceProviderFactory().CreateServiceProvider(services).GetService(typeof(IChatClient))!;
        try
        {
            await chat.GetResponseAsync("Who answers?");
        }
        catch (FallbackExhaustedException exhausted)
        {
            Console.WriteLine(exhausted.Message.Split('\n')[0]);
        }
        """;

    /// <summary>The output of <see cref="ServiceProgram"/>.</summary>
    internal static readonly string[] ServicePrinted = ["No model of the chain 'Chat' answered: no key is configured."];

    /// <summary>A test without a test framework and without a chat client: the account is out of credit.</summary>
    internal const string TestProgram = """"
        using System.Net.Http.Headers;
        using FailScope;
        using FailScope.Testing;
        using App;

        using var upstream = new FakeUpstream(Models.Catalog);
        upstream.When(Models.Main).Reply(FakeProvider.OpenRouter.CreditExhausted());
        upstream.When(Models.LlamaFree).Reply(FakeReply.Answer("I do."));
        using var http = new HttpClient(upstream.CreateHandler());

        (string answer, FallbackTrail trail) = await Models.Chat.RunWithTrailAsync(AskAsync);

        trail.ShouldHaveTried(Models.Sonnet, Models.LlamaFree).ShouldHaveSkipped(Models.Gpt, ScopeKind.Credit);
        upstream.ShouldHaveBeenCalledFor(Models.Sonnet, Models.LlamaFree);
        Console.WriteLine(answer.Contains("I do.", StringComparison.Ordinal));
        try
        {
            trail.ShouldHaveBeenAnsweredBy(Models.Gpt);
        }
        catch (FallbackAssertionException exception)
        {
            Console.WriteLine(exception.Message.Split('\n')[0]);
        }

        async Task<string> AskAsync(Model model, CancellationToken cancellationToken)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"{model.Provider.Endpoint}/chat/completions");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", upstream.KeyOf(model.Credential));
            request.Content = new StringContent($$"""{"model":"{{model.Id}}","messages":[{"role":"user","content":"Who answers?"}]}""");
            using HttpResponseMessage response = await http.SendAsync(request, cancellationToken);
            string body = await response.Content.ReadAsStringAsync(cancellationToken);
            return response.IsSuccessStatusCode
                ? body
                : throw new FailedCallException(FailureClassifier.Classify(new ProviderError { StatusCode = (int)response.StatusCode, Body = body }));
        }
        """";

    /// <summary>The output of <see cref="TestProgram"/>.</summary>
    internal static readonly string[] TestPrinted = ["True", "The turn should have been answered by Gpt, and has been answered by LlamaFree."];
}
