using System.Globalization;
using System.Text.Json;

namespace FailScope.Testing;

public static partial class FakeProvider
{
    /// <summary>Google's Gemini API, https://ai.google.dev/gemini-api/docs/troubleshooting.</summary>
    public static class Google
    {
        /// <summary>400, normally the status of an invalid request: the key is not known.</summary>
        public static FakeError AuthenticationFailed() => Refuse(
            400, "INVALID_ARGUMENT", "API key not valid. Please pass a valid API key.", """{"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"API_KEY_INVALID","domain":"googleapis.com"}""");

        /// <summary>429, normally the status of a rate limit: the prepaid credit is used up.</summary>
        public static FakeError CreditExhausted() => Refuse(
            429, "RESOURCE_EXHAUSTED", "Your prepayment credits are depleted. Please go to AI Studio at https://ai.studio/projects to manage your project and billing.");

        /// <summary>429: too many requests or tokens in a minute.</summary>
        /// <param name="retryAfter">The wait in the response, in whole seconds; null for 7.</param>
        public static FakeError RateLimited(TimeSpan? retryAfter = null)
        {
            string seconds = Seconds(retryAfter);
            return Refuse(
                429, "RESOURCE_EXHAUSTED", $"Resource has been exhausted (e.g. check quota). Please retry in {seconds}s.", $$"""{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"{{seconds}}s"}""");
        }

        /// <summary>503: the provider is overloaded.</summary>
        public static FakeError Overloaded() => Refuse(503, "UNAVAILABLE", "The model is overloaded. Please try again later.");

        /// <summary>504: the provider did not respond in time.</summary>
        public static FakeError Timeout() => Refuse(504, "DEADLINE_EXCEEDED", "Deadline expired before operation could complete.");

        /// <summary>404: there is no such model.</summary>
        public static FakeError ModelUnavailable() => new(404, context => Body(
            404, "NOT_FOUND", $"models/{context.ModelId} is not found for API version v1beta, or is not supported for generateContent.", null));

        /// <summary>400: the prompt is longer than the context window.</summary>
        public static FakeError ContextLengthExceeded() => Refuse(
            400, "INVALID_ARGUMENT", "The input token count (1200000) exceeds the maximum number of tokens allowed (1048576).");

        /// <summary>200 without a candidate: the prompt was blocked.</summary>
        public static FakeError ContentFiltered() => new(
            200, """{"promptFeedback":{"blockReason":"PROHIBITED_CONTENT"},"usageMetadata":{"promptTokenCount":5,"totalTokenCount":5}}""", "application/json");

        /// <summary>400: a field that the API does not have.</summary>
        public static FakeError InvalidRequest() => Refuse(
            400, "INVALID_ARGUMENT", "Invalid JSON payload received. Unknown name \"foo\": Cannot find field.", """{"@type":"type.googleapis.com/google.rpc.BadRequest","fieldViolations":[{"description":"Invalid JSON payload received. Unknown name \"foo\": Cannot find field."}]}""");

        private static FakeError Refuse(int status, string code, string message, string? detail = null) => new(status, _ => Body(status, code, message, detail));

        private static string Body(int status, string code, string message, string? detail) =>
            $$$"""{"error":{"code":{{{status.ToString(CultureInfo.InvariantCulture)}}},"message":"{{{JsonEncodedText.Encode(message)}}}","status":"{{{code}}}"{{{(detail is null ? "" : $",\"details\":[{detail}]")}}}}}""";
    }
}
