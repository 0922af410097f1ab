using System.Text.Json;

namespace FailScope.Testing;

public static partial class FakeProvider
{
    /// <summary>OpenAI, https://platform.openai.com/docs/guides/error-codes.</summary>
    public static class OpenAI
    {
        /// <summary>401: the key is not known.</summary>
        public static FakeError AuthenticationFailed() => Refuse(
            401, "invalid_request_error", "invalid_api_key", "Incorrect API key provided. You can find your API key at https://platform.openai.com/account/api-keys.");

        /// <summary>429, normally the status of a rate limit: the organization has no credit left.</summary>
        public static FakeError CreditExhausted() => Refuse(
            429, "insufficient_quota", "insufficient_quota", "You exceeded your current quota, please check your plan and billing details.");

        /// <summary>429: the usage limit of the account's plan is reached; it resets in one hour.</summary>
        public static FakeError UsageLimitReached() => new(429, _ =>
            """{"error":{"type":"usage_limit_reached","message":"The usage limit has been reached","plan_type":"plus","resets_in_seconds":3600}}""");

        /// <summary>429: too many requests or tokens in a minute.</summary>
        /// <param name="retryAfter">The wait in the response, in whole seconds; null for 7.</param>
        public static FakeError RateLimited(TimeSpan? retryAfter = null)
        {
            string seconds = Seconds(retryAfter);
            return new FakeError(429, context => Body(
                "tokens", "rate_limit_exceeded", "null", $"Rate limit reached for {context.ModelId} on tokens per min (TPM): Limit 30000, Used 29100, Requested 4400. Please try again in {seconds}s."))
                .RetryAfter(seconds);
        }

        /// <summary>503: the provider is overloaded.</summary>
        public static FakeError Overloaded() => Refuse(
            503, "service_unavailable_error", "server_is_overloaded", "Our servers are currently overloaded. Please try again later.");

        /// <summary>404: there is no such model, or the organization may not use it.</summary>
        public static FakeError ModelUnavailable() => new(404, context => Body(
            "invalid_request_error", "model_not_found", "null", $"The model `{context.ModelId}` does not exist or you do not have access to it."));

        /// <summary>400: the prompt is longer than the context window.</summary>
        public static FakeError ContextLengthExceeded() => Refuse(
            400, "invalid_request_error", "context_length_exceeded", "This model's maximum context length is 128000 tokens. However, your messages resulted in 140000 tokens. Please reduce the length of the messages.", "\"messages\"");

        /// <summary>400: the prompt was flagged.</summary>
        public static FakeError ContentFiltered() => Refuse(
            400, "invalid_request_error", "invalid_prompt", "Invalid prompt: your prompt was flagged as potentially violating our usage policy.");

        /// <summary>400: a tool has a broken schema.</summary>
        public static FakeError InvalidRequest() => Refuse(
            400, "invalid_request_error", "invalid_function_parameters", "Invalid schema for function 'book_flight': In context=(), 'additionalProperties' is required to be supplied and to be false.", "\"tools[0].function.parameters\"");

        private static FakeError Refuse(int status, string type, string code, string message, string parameter = "null") =>
            new(status, _ => Body(type, code, parameter, message));

        private static string Body(string type, string code, string parameter, string message) =>
            OpenAIStyle(message, type, $"\"{code}\"", parameter);
    }

    /// <summary>The body format that most providers have adopted from OpenAI.</summary>
    private static string OpenAIStyle(string message, string type, string code = "null", string parameter = "null") =>
        $$$"""{"error":{"message":"{{{JsonEncodedText.Encode(message)}}}","type":"{{{type}}}","param":{{{parameter}}},"code":{{{code}}}}}""";

    private static FakeError OpenAIStyleError(int status, string message, string type, string code = "null") =>
        new(status, _ => OpenAIStyle(message, type, code));
}
