using System.Text;
using OpenAI.Chat;
using OpenAI.Responses;

namespace FailScope;

// The OpenAI library marks its Responses API and the JSON behind its objects as experimental. If they change, this build
// fails, but nothing breaks at run time.
#pragma warning disable OPENAI001, SCME0001

/// <summary>Finds failures that the official OpenAI library returns as ordinary objects.</summary>
internal static class OpenAIAnswers
{
    /// <summary>Finds the failure in an object of the library; null if there is none, and for other objects.</summary>
    internal static Failure? FindFailure(object? raw, TimeProvider clock) => raw switch
    {
        null => null,
        StreamingChatCompletionUpdate update => OfEvent(update, clock),
        StreamingResponseFailedUpdate failed => OfResponse(failed.Response, clock),
        StreamingResponseErrorUpdate error => Classify(error.Code, error.Message, clock),
        ResponseResult response when response.Status == ResponseStatus.Failed => OfResponse(response, clock),
        _ => null,
    };

    // An event {"error":{…}} is read as an empty update. The library keeps the JSON that it does not know next to it.
    private static Failure? OfEvent(StreamingChatCompletionUpdate update, TimeProvider clock)
    {
        if (!update.Patch.Contains("$.error"u8) || !update.Patch.TryGetJson("$.error"u8, out ReadOnlyMemory<byte> json))
        {
            return null;
        }

        string error = Encoding.UTF8.GetString(json.Span);
        return error == "null" ? null : FailureClassifier.Classify(new ProviderError { Body = $"{{\"error\":{error}}}" }, clock);
    }

    private static Failure OfResponse(ResponseResult? response, TimeProvider clock) =>
        Classify(response?.Error?.Code.ToString(), response?.Error?.Message, clock);

    private static Failure Classify(string? code, string? message, TimeProvider clock) =>
        FailureClassifier.Classify(new ProviderError { Code = code, Message = message }, clock);
}
