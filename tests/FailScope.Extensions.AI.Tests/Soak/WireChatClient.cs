using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace FailScope.Extensions.AI.Tests.Soak;

/// <summary>
/// A minimal client for chat completions: one request, JSON or server-sent events, and an exception for anything
/// else. It records on the turn what it returned. The turn is the raw representation of the first message.
/// </summary>
internal sealed class WireChatClient(Func<HttpClient> http, int model, Uri address) : IChatClient
{
    private readonly Uri _address = new(address + "/chat/completions");

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        UpstreamCall call = Begin(messages, out Turn turn);
        try
        {
            return await AnswerAsync(call, turn, cancellationToken);
        }
        finally
        {
            call.HandedOver();
        }
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        UpstreamCall call = Begin(messages, out Turn turn);
        return new CountedStream(StreamAsync(call, turn, cancellationToken), call);
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }

    private async Task<ChatResponse> AnswerAsync(UpstreamCall call, Turn turn, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = Ask(turn, streaming: false);
        using HttpResponseMessage response = await http().SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        await ThrowIfFailedAsync(response, cancellationToken);
        string body = await response.Content.ReadAsStringAsync(cancellationToken);
        using JsonDocument document = JsonDocument.Parse(body);
        if (document.RootElement.TryGetProperty("error", out JsonElement error))
        {
            return new ChatResponse(new ChatMessage(ChatRole.Assistant, [Error(error, body)]));
        }

        string text = document.RootElement.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString()!;
        call.Pieces = call.Plan.Pieces;
        call.IsComplete = true;
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, text)) { FinishReason = ChatFinishReason.Stop };
    }

    private UpstreamCall Begin(IEnumerable<ChatMessage> messages, out Turn turn)
    {
        turn = (Turn)messages.First().RawRepresentation!;
        var call = new UpstreamCall(model, turn.PlanFor(model));
        turn.Calls.Add(call);
        return call;
    }

    private HttpRequestMessage Ask(Turn turn, bool streaming) => new(HttpMethod.Post, _address)
    {
        Content = new StringContent($$$"""{"model":"{{{model}}}","stream":{{{(streaming ? "true" : "false")}}},"messages":[{"role":"user","content":"{{{turn.Words}}}"}]}""", Encoding.UTF8, "application/json"),
    };

    private async IAsyncEnumerable<ChatResponseUpdate> StreamAsync(UpstreamCall call, Turn turn, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = Ask(turn, streaming: true);
        using HttpResponseMessage response = await http().SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        await ThrowIfFailedAsync(response, cancellationToken);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken), Encoding.UTF8);
        while (true)
        {
            string? line = await lines.ReadLineAsync(cancellationToken);
            if (line is null)
            {
                throw new HttpIOException(HttpRequestError.ResponseEnded, "The stream ended before [DONE].");
            }

            if (line == "data: [DONE]")
            {
                call.IsComplete = true;
                yield break;
            }

            if (line.Length > 0)
            {
                yield return Read(line["data: ".Length..], call);
            }
        }
    }

    private static ChatResponseUpdate Read(string data, UpstreamCall call)
    {
        using JsonDocument document = JsonDocument.Parse(data);
        if (document.RootElement.TryGetProperty("error", out JsonElement error))
        {
            return new ChatResponseUpdate(ChatRole.Assistant, [Error(error, data)]);
        }

        JsonElement choice = document.RootElement.GetProperty("choices")[0];
        var update = new ChatResponseUpdate { Role = ChatRole.Assistant };
        if (choice.GetProperty("delta").TryGetProperty("content", out JsonElement content))
        {
            string text = content.GetString()!;
            call.Pieces += text.Length > 0 ? 1 : 0;
            update.Contents.Add(new TextContent(text));
        }

        if (choice.GetProperty("finish_reason").GetString() is { } reason)
        {
            update.FinishReason = new ChatFinishReason(reason);
        }

        return update;
    }

    private static ErrorContent Error(JsonElement error, string body) => new(error.GetProperty("message").GetString()) { Details = body };

    private static async Task ThrowIfFailedAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (!response.IsSuccessStatusCode)
        {
            string body = await response.Content.ReadAsStringAsync(cancellationToken);
            throw new FailedCallException(FailureClassifier.Classify(new ProviderError { StatusCode = (int)response.StatusCode, Body = body }));
        }
    }

    private sealed class CountedStream(IAsyncEnumerable<ChatResponseUpdate> stream, UpstreamCall call) : IAsyncEnumerable<ChatResponseUpdate>
    {
        public IAsyncEnumerator<ChatResponseUpdate> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        {
            call.Opened++;
            return new Enumerator(stream.GetAsyncEnumerator(cancellationToken), call);
        }

        private sealed class Enumerator(IAsyncEnumerator<ChatResponseUpdate> stream, UpstreamCall call) : IAsyncEnumerator<ChatResponseUpdate>
        {
            public ChatResponseUpdate Current => stream.Current;

            public async ValueTask<bool> MoveNextAsync()
            {
                try
                {
                    return await stream.MoveNextAsync();
                }
                finally
                {
                    call.HandedOver();
                }
            }

            public async ValueTask DisposeAsync()
            {
                call.Closed++;
                await stream.DisposeAsync();
                call.HandedOver();
            }
        }
    }
}
