using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace FailScope.Samples.ThreeProviders;

/// <summary>
/// A hand-written chat client for Gemini's own API, https://ai.google.dev/api/generate-content. It shows how to add a provider to a chain if its
/// library has no <see cref="IChatClient"/>, or if it has no library at all. Text only.
/// </summary>
/// <param name="http">Sends the calls.</param>
/// <param name="model">The model.</param>
/// <param name="key">The key.</param>
public sealed class GeminiChatClient(HttpClient http, Model model, string key) : IChatClient
{
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        using HttpResponseMessage response = await SendAsync("generateContent", messages, options, cancellationToken);
        string body = await response.Content.ReadAsStringAsync(cancellationToken);
        ChatResponseUpdate update = Read(body) ?? throw Failed(response, body);
        return new[] { update }.ToChatResponse();
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using HttpResponseMessage response = await SendAsync("streamGenerateContent?alt=sse", messages, options, cancellationToken);
        await using Stream stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        await foreach (SseItem<string> item in SseParser.Create(stream).EnumerateAsync(cancellationToken))
        {
            yield return Read(item.Data) ?? throw Failed(response, item.Data);
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
        // The caller owns the HttpClient.
    }

    private async Task<HttpResponseMessage> SendAsync(string verb, IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{model.Provider.Endpoint}/models/{model.Id}:{verb}") { Content = JsonContent.Create(Write(messages, options)) };
        request.Headers.Add("x-goog-api-key", key);
        HttpResponseMessage response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            throw Failed(response, await response.Content.ReadAsStringAsync(cancellationToken));
        }
    }

    private static JsonObject Write(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        ILookup<bool, ChatMessage> bySystem = messages.ToLookup(message => message.Role == ChatRole.System);
        string instructions = string.Join('\n', bySystem[true].Select(message => message.Text).Prepend(options?.Instructions).OfType<string>());
        var body = new JsonObject
        {
            ["contents"] = new JsonArray([.. bySystem[false].Select(message => new JsonObject
            {
                ["role"] = message.Role == ChatRole.Assistant ? "model" : "user",
                ["parts"] = Parts(message.Text),
            })]),
            ["generationConfig"] = new JsonObject { ["maxOutputTokens"] = options?.MaxOutputTokens, ["temperature"] = options?.Temperature },
        };
        if (instructions.Length > 0)
        {
            body["systemInstruction"] = new JsonObject { ["parts"] = Parts(instructions) };
        }

        return body;
    }

    private static JsonArray Parts(string text) => [new JsonObject { ["text"] = text }];

    /// <summary>Reads a response or part of one; null if the JSON is neither, for example a refusal with status 200.</summary>
    private ChatResponseUpdate? Read(string json)
    {
        JsonNode? answer = JsonNode.Parse(json);
        if (answer?["candidates"]?[0] is not { } candidate)
        {
            return null;
        }

        string? reason = candidate["finishReason"]?.GetValue<string>();
        string text = string.Concat((candidate["content"]?["parts"] as JsonArray ?? []).Select(part => part?["text"]?.GetValue<string>()));
        return text.Length == 0 && reason is not (null or "STOP" or "MAX_TOKENS") ? null : new ChatResponseUpdate(ChatRole.Assistant, text)
        {
            ModelId = model.Id,
            ResponseId = answer["responseId"]?.GetValue<string>(),
            FinishReason = reason switch
            {
                null => null,
                "STOP" => ChatFinishReason.Stop,
                "MAX_TOKENS" => ChatFinishReason.Length,
                _ => ChatFinishReason.ContentFilter,
            },
        };
    }

    /// <summary>Creates the exception that a fallback client understands, with the status, the headers and the provider's message.</summary>
    private static FailedCallException Failed(HttpResponseMessage response, string body) => new(FailureClassifier.Classify(ProviderError.From(response, body)));
}
