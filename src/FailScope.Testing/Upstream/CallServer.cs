using System.Text.Json;
using FailScope.Testing.Formats;
using FailScope.Testing.Http;

namespace FailScope.Testing;

/// <summary>Parses requests, records them as calls, and writes the replies.</summary>
internal sealed class CallServer(ProviderDirectory directory, CallLog calls, Func<FakeCall, FakeReply?> findReply, Func<TimeProvider> clock, CancellationToken stop)
{
    private static readonly FakeAnswer DefaultAnswer = FakeReply.Answer();

    /// <summary>Handles a request to the address of the given providers.</summary>
    internal Task AnswerAsync(IReadOnlyList<Provider> providers, Request request, ResponseWriter response, CancellationToken callerLeft)
    {
        if (WireFormat.Find(request.Path) is not { } format || request.Method != "POST")
        {
            return response.SendAsync(404, "application/json", [], Explain($"{request.Method} {request.Path} is not a call that FailScope.Testing answers. It supports chat completions, responses, embeddings, messages, generateContent and api/chat."));
        }

        if (!TryParse(request.Body, out JsonDocument? body))
        {
            return response.SendAsync(400, "application/json", [], Explain("The body of the request must be a JSON object."));
        }

        using (body)
        {
            FakeCall call = Record(providers, request, format, body.RootElement);
            FakeReply reply = FindReply(call)
                ?? (call.Credential is null ? format.UnknownKey : call.Model is null ? format.UnknownModel : DefaultAnswer);
            Task sending = reply.SendAsync(new Exchange(call, format, response, clock(), callerLeft));
            calls.ReplyStarted();
            return sending;
        }
    }

    private FakeCall Record(IReadOnlyList<Provider> providers, Request request, WireFormat format, JsonElement body)
    {
        stop.ThrowIfCancellationRequested();
        string id = format.ModelId(request, body);
        Credential? credential = directory.FindCredential(providers, request.Key, format.TakesCallsWithoutKey);
        var call = new FakeCall
        {
            Provider = credential?.Provider ?? providers[0],
            Credential = credential,
            Model = directory.FindModel(credential, id),
            ModelId = id,
            ArrivedAt = clock().GetUtcNow(),
            IsStreaming = format.IsStreaming(request, body),
            Path = request.Path,
            Body = request.Body,
        };
        calls.Add(call);
        return call;
    }

    // An exception from the test's own code must not look like a broken connection.
    private FakeReply? FindReply(FakeCall call)
    {
        try
        {
            return findReply(call);
        }
        catch (Exception exception)
        {
            return FakeReply.Error(404, Explain($"The function that decides how to reply threw {exception.GetType()}: {exception.Message}"));
        }
    }

    private static bool TryParse(string text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out JsonDocument? body)
    {
        body = null;
        try
        {
            body = JsonDocument.Parse(text);
            return body.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string Explain(string message) =>
        $$$"""{"error":{"message":"{{{JsonEncodedText.Encode(message)}}}","type":"invalid_request_error","code":"not_played_here"}}""";
}
