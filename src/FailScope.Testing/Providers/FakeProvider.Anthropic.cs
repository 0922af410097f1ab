using System.Text.Json;

namespace FailScope.Testing;

public static partial class FakeProvider
{
    /// <summary>The errors of Anthropic, https://docs.claude.com/en/api/errors.</summary>
    public static class Anthropic
    {
        /// <summary>401: the key is not known.</summary>
        public static FakeError AuthenticationFailed() => Refuse(401, "authentication_error", "invalid x-api-key");

        /// <summary>400, normally the status of an invalid request: the account has no credit left.</summary>
        public static FakeError CreditExhausted() => Refuse(
            400, "invalid_request_error", "Your credit balance is too low to access the Anthropic API. Please go to Plans & Billing to upgrade or purchase credits.");

        /// <summary>429: too many tokens or requests in a minute.</summary>
        /// <param name="retryAfter">The wait in the response, in whole seconds; null for 7.</param>
        public static FakeError RateLimited(TimeSpan? retryAfter = null) => Refuse(
            429, "rate_limit_error", "This request would exceed the rate limit for your organization of 40,000 input tokens per minute.").RetryAfter(Seconds(retryAfter));

        /// <summary>529, or an event in a stream with status 200: the provider is overloaded. No other provider uses this status.</summary>
        public static FakeError Overloaded() => Refuse(529, "overloaded_error", "Overloaded");

        /// <summary>504: the provider did not respond in time.</summary>
        public static FakeError Timeout() => Refuse(504, "timeout_error", "Request timed out");

        /// <summary>404: there is no such model.</summary>
        public static FakeError ModelUnavailable() => new(404, context => Body("not_found_error", $"model: {context.ModelId}"));

        /// <summary>400: the prompt is longer than the context window.</summary>
        public static FakeError ContextLengthExceeded() => Refuse(400, "invalid_request_error", "prompt is too long: 215000 tokens > 200000 maximum");

        /// <summary>400: the content filter blocked the output.</summary>
        public static FakeError ContentFiltered() => Refuse(400, "invalid_request_error", "Output blocked by content filtering policy");

        /// <summary>400: a tool result without its tool call.</summary>
        public static FakeError InvalidRequest() => Refuse(400, "invalid_request_error", "messages.1.content.0: unexpected `tool_use_id` found in `tool_result` blocks");

        private static FakeError Refuse(int status, string type, string message) => new(status, _ => Body(type, message));

        private static string Body(string type, string message) =>
            $$$"""{"type":"error","error":{"type":"{{{type}}}","message":"{{{JsonEncodedText.Encode(message)}}}"}}""";
    }
}
