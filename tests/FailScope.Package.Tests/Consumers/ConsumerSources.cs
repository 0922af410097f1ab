namespace FailScope.Package.Tests.Consumers;

/// <summary>What consumers consist of.</summary>
internal static class ConsumerSources
{
    internal const string Console = "<OutputType>Exe</OutputType>";

    internal const string Runtime = """<PackageReference Include="FailScope" Version="$(FailScope)" />""";

    /// <summary>The chat client alone: the runtime and the generator come with it.</summary>
    internal const string ChatClient = """<PackageReference Include="FailScope.Extensions.AI" Version="$(FailScope)" />""";

    /// <summary>One key, a paid model first and a free one last, in a class of the namespace and accessibility asked for.</summary>
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

    /// <summary>Prints who is asked when the account turns out to be out of credit.</summary>
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

    /// <summary>What <see cref="Program"/> prints: the paid sibling is skipped without a call.</summary>
    internal static readonly string[] Printed = ["Sonnet", "LlamaFree"];

    /// <summary>Asks through the chat client; paid models are answered with the status of an empty account.</summary>
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

    /// <summary>What <see cref="ChatProgram"/> prints.</summary>
    internal static readonly string[] ChatPrinted = ["Sonnet", "LlamaFree", "I do."];
}
