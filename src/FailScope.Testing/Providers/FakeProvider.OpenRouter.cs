using System.Globalization;
using System.Text.Json;

namespace FailScope.Testing;

public static partial class FakeProvider
{
    /// <summary>OpenRouter, https://openrouter.ai/docs/api-reference/errors.</summary>
    public static class OpenRouter
    {
        /// <summary>401: the key is not known.</summary>
        public static FakeError AuthenticationFailed() => Refuse(401, "User not found.");

        /// <summary>402: the account has no credit left. Free models still answer.</summary>
        public static FakeError CreditExhausted() => Refuse(
            402,
            "Insufficient credits. Add more using https://openrouter.ai/settings/credits",
            """{"limit_source":"openrouter_credits","remedy_hint":"Add credits at https://openrouter.ai/settings/credits, or lower max_tokens / prompt size to fit your remaining balance."}""");

        /// <summary>402, or 403 before 2026: the key has reached the limit set by its owner. Other keys of the account still work.</summary>
        public static FakeError KeyBudgetExhausted() => Refuse(402, "Key limit exceeded (total limit). Manage it using https://openrouter.ai/settings/keys", """{"limit_source":"openrouter_key_limit"}""");

        /// <summary>402: the balance is too low for the tokens that this request may use at this model's price.</summary>
        /// <param name="requestedTokens">The requested number of tokens.</param>
        /// <param name="affordableTokens">The number of tokens that the balance pays for. Must be above 0; otherwise use <see cref="CreditExhausted"/>.</param>
        public static FakeError RequestTooExpensive(int requestedTokens = 32_000, int affordableTokens = 2_150)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(affordableTokens);
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(requestedTokens, affordableTokens);
            return Refuse(402, string.Create(
                CultureInfo.InvariantCulture,
                $"This request requires more credits, or fewer max_tokens. You requested up to {requestedTokens} tokens, but can only afford {affordableTokens}. To increase, visit https://openrouter.ai/settings/credits and upgrade to a paid account"));
        }

        /// <summary>429: the free requests of the day are used up, until midnight UTC. Priced models still work.</summary>
        public static FakeError FreeQuotaExhausted() => new(429, context => Body(
            "429",
            "Rate limit exceeded: free-models-per-day. Add 10 credits to unlock 1000 free model requests per day",
            $$$"""{"headers":{"X-RateLimit-Limit":"50","X-RateLimit-Remaining":"0","X-RateLimit-Reset":"{{{Midnight(context)}}}"},"provider_name":null}"""))
        {
            ComputedHeaders = context => [new("X-RateLimit-Limit", "50"), new("X-RateLimit-Remaining", "0"), new("X-RateLimit-Reset", Midnight(context))],
        };

        /// <summary>429: the upstream provider has no capacity.</summary>
        /// <param name="retryAfter">The wait in the response, in whole seconds; null for 7.</param>
        public static FakeError RateLimited(TimeSpan? retryAfter = null)
        {
            string seconds = Seconds(retryAfter);
            return new FakeError(429, context => Body(
                "429",
                "Provider returned error",
                $$"""{"raw":"{{context.EscapedModelId}} is temporarily rate-limited upstream. Please retry shortly.","provider_name":"DeepInfra","is_byok":false}"""))
                .RetryAfter(seconds);
        }

        /// <summary>503, or an event in a stream with status 200: the upstream provider is overloaded.</summary>
        public static FakeError Overloaded() => Refuse(503, "Provider is temporarily overloaded", """{"error_type":"provider_overloaded"}""");

        /// <summary>408: the upstream provider took too long.</summary>
        public static FakeError Timeout() => Refuse(408, "Your request timed out");

        /// <summary>404: no provider offers the model with the capabilities that the request needs.</summary>
        public static FakeError ModelUnavailable() => new(404, context => Body("404", $"No endpoints found for {context.ModelId}.", null));

        /// <summary>400: the prompt and the requested tokens do not fit into the context window.</summary>
        public static FakeError ContextLengthExceeded() =>
            Refuse(400, "This endpoint's maximum context length is 32768 tokens. However, you requested about 50123 tokens (49123 of text input, 1000 in the output). Please reduce the length of either one.");

        /// <summary>413: the request is larger than the provider accepts.</summary>
        public static FakeError RequestTooLarge() => Refuse(413, "Request body too large", """{"error_type":"payload_too_large"}""");

        /// <summary>403: moderation flagged the input.</summary>
        public static FakeError ContentFiltered() =>
            Refuse(403, "Input was flagged", """{"reasons":["violence"],"flagged_input":"...","provider_name":"OpenAI"}""");

        /// <summary>400: the request is malformed.</summary>
        public static FakeError InvalidRequest() => Refuse(400, "Input required: specify \"prompt\" or \"messages\"", """{"error_type":"invalid_request"}""");

        private static FakeError Refuse(int status, string message, string? metadata = null)
        {
            string code = status.ToString(CultureInfo.InvariantCulture);
            return new FakeError(status, _ => Body(code, message, metadata)) { StreamedBody = context => Chunk(context, code, message, metadata) };
        }

        // In a stream, the error is an ordinary chunk with a finish reason that OpenAI does not have.
        private static string Chunk(ErrorContext context, string code, string message, string? metadata) =>
            $$$"""{"id":"gen-1","object":"chat.completion.chunk","created":{{{context.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}}},"model":"{{{context.EscapedModelId}}}","provider":"OpenAI",{{{Body(code, message, metadata)[1..^1]}}},"choices":[{"index":0,"delta":{"content":""},"finish_reason":"error"}]}""";

        private static string Body(string code, string message, string? metadata) =>
            $$$"""{"error":{"message":"{{{JsonEncodedText.Encode(message)}}}","code":{{{code}}}{{{(metadata is null ? "" : $",\"metadata\":{metadata}")}}}}}""";

        private static string Midnight(ErrorContext context) =>
            new DateTimeOffset(context.Now.UtcDateTime.Date.AddDays(1), TimeSpan.Zero).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
    }
}
