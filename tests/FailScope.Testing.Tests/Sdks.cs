using System.ClientModel;
using System.ClientModel.Primitives;
using System.Net.Http.Json;
using Anthropic;
using Anthropic.Core;
using Microsoft.Extensions.AI;
using OllamaSharp;
using OpenAI;
using OpenAI.Responses;

namespace FailScope.Testing.Tests;

/// <summary>The clients that apps use for the providers: official libraries, or a plain HttpClient if there is none.</summary>
internal static class Sdks
{
    /// <summary>A model of the catalog whose provider has the API of the named one.</summary>
    internal static Model ModelFor(string provider) => provider switch
    {
        "Anthropic" => Models.Claude,
        "Google" => Models.Gemini,
        "Ollama" => Models.Llama,
        "OpenRouter" => Models.Sonnet,
        _ => Models.GptMini,
    };

    /// <summary>The official library with OpenAI's Responses API.</summary>
    internal static IChatClient CreateResponses(FakeUpstream upstream, Model model) =>
#pragma warning disable OPENAI001 // OpenAI marks it as experimental, but it is widely used.
        new ResponsesClient(new ApiKeyCredential(upstream.KeyOf(model.Credential)), new ResponsesClientOptions
        {
            Endpoint = model.Provider.Endpoint,
            Transport = new HttpClientPipelineTransport(new HttpClient(upstream.CreateHandler())),
            RetryPolicy = new ClientRetryPolicy(0),
        }).AsIChatClient(model.Id);
#pragma warning restore OPENAI001

    /// <summary>The library of a model's provider, without its own retries.</summary>
    internal static IChatClient Create(FakeUpstream upstream, Model model, bool overLoopback = false)
    {
        HttpClient http = overLoopback ? new HttpClient() : new HttpClient(upstream.CreateHandler());
        Uri endpoint = overLoopback ? upstream.EndpointOf(model.Provider) : model.Provider.Endpoint;
        string key = upstream.KeyOf(model.Credential);
        if (model.Provider == Models.Anthropic)
        {
            return new AnthropicClient(new ClientOptions { ApiKey = key, BaseUrl = endpoint.ToString(), HttpClient = http, MaxRetries = 0 }).AsIChatClient(model.Id, 100);
        }

        if (model.Provider == Models.Ollama)
        {
            http.BaseAddress = endpoint;
            return new OllamaApiClient(http, model.Id);
        }

        return new OpenAIClient(new ApiKeyCredential(key), new OpenAIClientOptions
        {
            Endpoint = endpoint,
            Transport = new HttpClientPipelineTransport(http),
            RetryPolicy = new ClientRetryPolicy(0),
        }).GetChatClient(model.Id).AsIChatClient();
    }

    /// <summary>Sends a request without streaming.</summary>
    internal static async Task<string> AskAsync(FakeUpstream upstream, Model model, CancellationToken cancellationToken)
    {
        if (model.Provider == Models.Google)
        {
            return await AskGoogleAsync(upstream, model, "generateContent", cancellationToken);
        }

        using IChatClient chat = Create(upstream, model);
        return (await chat.GetResponseAsync("Hello", cancellationToken: cancellationToken)).Text;
    }

    /// <summary>Calls Google's API manually and returns the body. A body that is not a response is thrown as a failure.</summary>
    internal static async Task<string> AskGoogleAsync(FakeUpstream upstream, Model model, string verb, CancellationToken cancellationToken)
    {
        using var http = new HttpClient(upstream.CreateHandler());
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{model.Provider.Endpoint}/models/{model.Id}:{verb}");
        request.Headers.Add("x-goog-api-key", upstream.KeyOf(model.Credential));
        request.Content = JsonContent.Create(new { contents = new[] { new { parts = new[] { new { text = "Hello" } } } } });
        using HttpResponseMessage response = await http.SendAsync(request, cancellationToken);
        string body = await response.Content.ReadAsStringAsync(cancellationToken);
        return response.IsSuccessStatusCode && body.Contains("\"candidates\"", StringComparison.Ordinal)
            ? body
            : throw new FailedCallException(FailureClassifier.Classify(ProviderError.From(response, body)));
    }
}
