using System.ClientModel;
using System.ClientModel.Primitives;
using Anthropic;
using Azure;
using Azure.AI.Inference;
using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.Extensions.AI;
using OllamaSharp;
using OpenAI;

namespace FailScope.Extensions.AI.Tests.Sdks;

/// <summary>The settings of a client.</summary>
/// <param name="Address">The address that it calls.</param>
/// <param name="Retries">The number of its own retries.</param>
/// <param name="Timeout">Its own timeout.</param>
internal sealed record SdkSetup(Uri Address, int Retries = 0, TimeSpan? Timeout = null)
{
    internal TimeSpan Wait => Timeout ?? TimeSpan.FromMinutes(1);
}

/// <summary>A real SDK, called as in an application.</summary>
/// <param name="Name">Its name in the names of tests.</param>
/// <param name="CallAsync">Sends a request without streaming.</param>
internal sealed record Sdk(string Name, Func<SdkSetup, CancellationToken, Task> CallAsync)
{
    /// <summary>A key that is clearly not a real one.</summary>
    internal static readonly string Key = "sk-" + new string('x', 40);

    internal static readonly Sdk OpenAI = new("OpenAI", async (setup, token) =>
    {
        using IChatClient client = OpenAIChat(setup);
        await client.GetResponseAsync("hi", cancellationToken: token);
    });

    internal static readonly Sdk Anthropic = new("Anthropic", async (setup, token) =>
    {
        using var client = new AnthropicClient(new global::Anthropic.Core.ClientOptions
        {
            ApiKey = Key,
            BaseUrl = setup.Address.ToString(),
            MaxRetries = setup.Retries,
            Timeout = setup.Wait,
        });
        using IChatClient chat = client.AsIChatClient("m", 100);
        await chat.GetResponseAsync("hi", cancellationToken: token);
    });

    internal static readonly Sdk Ollama = new("Ollama", async (setup, token) =>
    {
        using var http = new HttpClient { BaseAddress = setup.Address, Timeout = setup.Wait };
        using var client = new OllamaApiClient(http, "m");
        await ((IChatClient)client).GetResponseAsync("hi", cancellationToken: token);
    });

    internal static readonly Sdk Azure = new("Azure", async (setup, token) =>
    {
        var options = new AzureAIInferenceClientOptions
        {
            RetryPolicy = new RetryPolicy(setup.Retries, DelayStrategy.CreateFixedDelayStrategy(TimeSpan.FromMilliseconds(1))),
        };
        options.Retry.NetworkTimeout = setup.Wait;
        var client = new ChatCompletionsClient(setup.Address, new AzureKeyCredential(Key), options);
        await client.CompleteAsync(new ChatCompletionsOptions { Messages = { new ChatRequestUserMessage("hi") } }, token);
    });

    internal static readonly Sdk[] All = [OpenAI, Anthropic, Ollama, Azure];

    internal static IChatClient OpenAIChat(SdkSetup setup) => new OpenAI.Chat.ChatClient("m", new ApiKeyCredential(Key), OpenAIOptions(setup)).AsIChatClient();

#pragma warning disable OPENAI001 // OpenAI marks it as experimental, but it is widely used.
    internal static IChatClient OpenAIResponses(SdkSetup setup) => new OpenAI.Responses.ResponsesClient(
        new ApiKeyCredential(Key),
        new OpenAI.Responses.ResponsesClientOptions { Endpoint = setup.Address, NetworkTimeout = setup.Wait, RetryPolicy = new ImpatientRetries(setup.Retries) }).AsIChatClient("m");
#pragma warning restore OPENAI001

    private static OpenAIClientOptions OpenAIOptions(SdkSetup setup) => new()
    {
        Endpoint = setup.Address,
        NetworkTimeout = setup.Wait,
        RetryPolicy = new ImpatientRetries(setup.Retries),
    };

    /// <summary>The exception that the call throws.</summary>
    internal async Task<Exception> FailAsync(SdkSetup setup, CancellationToken token) => await Assert.ThrowsAnyAsync<Exception>(() => CallAsync(setup, token));

    // The SDK's own policy waits seconds between retries.
    private sealed class ImpatientRetries(int retries) : ClientRetryPolicy(retries)
    {
        protected override TimeSpan GetNextDelay(PipelineMessage message, int tryCount) => TimeSpan.Zero;
    }
}
