using System.Text.Json;

namespace FailScope.Testing;

// Providers with an OpenAI-compatible API but some error formats of their own.
public static partial class FakeProvider
{
    /// <summary>Groq, https://console.groq.com/docs/errors.</summary>
    public static class Groq
    {
        /// <summary>401: the key is not known.</summary>
        public static FakeError AuthenticationFailed() => OpenAIStyleError(401, "Invalid API Key", "invalid_request_error", "\"invalid_api_key\"");

        /// <summary>429: too many tokens in a minute.</summary>
        /// <param name="retryAfter">The wait in the response, in whole seconds; null for 7.</param>
        public static FakeError RateLimited(TimeSpan? retryAfter = null)
        {
            string seconds = Seconds(retryAfter);
            return new FakeError(429, context => OpenAIStyle(
                $"Rate limit reached for model `{context.ModelId}` in organization `org_1` service tier `on_demand` on tokens per minute (TPM): Limit 6000, Used 5810, Requested 904. Please try again in {seconds}s.", "tokens", "\"rate_limit_exceeded\""))
                .RetryAfter(seconds);
        }

        /// <summary>498: the flex tier has no capacity. No other provider uses this status.</summary>
        public static FakeError Overloaded() => OpenAIStyleError(498, "Flex tier capacity exceeded", "flex_error", "\"capacity_exceeded\"");

        /// <summary>400: the model is no longer served.</summary>
        public static FakeError ModelUnavailable() => new(400, context => OpenAIStyle(
            $"The model `{context.ModelId}` has been decommissioned and is no longer supported. Please refer to https://console.groq.com/docs/deprecations for a recommendation on which model to use instead.", "invalid_request_error", "\"model_decommissioned\""));

        /// <summary>400: the prompt is longer than the context window.</summary>
        public static FakeError ContextLengthExceeded() => OpenAIStyleError(
            400, "Please reduce the length of the messages or completion.", "invalid_request_error", "\"context_length_exceeded\"");

        /// <summary>400: an image was sent to a model that cannot read images.</summary>
        public static FakeError InvalidRequest() => OpenAIStyleError(400, "messages[0].content must be a string", "invalid_request_error");
    }

    /// <summary>Mistral, https://docs.mistral.ai/api.</summary>
    public static class Mistral
    {
        /// <summary>401: the key is not known.</summary>
        public static FakeError AuthenticationFailed() => FakeReply.Error(401, """{"detail":"Unauthorized"}""");

        /// <summary>429: too many requests or tokens.</summary>
        /// <param name="retryAfter">The wait in the response, in whole seconds; null for 7.</param>
        public static FakeError RateLimited(TimeSpan? retryAfter = null) => Refuse(429, "Rate limit exceeded", "rate_limited", "\"1300\"").RetryAfter(Seconds(retryAfter));

        /// <summary>400: there is no such model.</summary>
        public static FakeError ModelUnavailable() => new(400, context => Body($"Invalid model: {context.ModelId}", "invalid_model", "\"1500\""));

        /// <summary>400: the prompt is longer than the context window.</summary>
        public static FakeError ContextLengthExceeded() => Refuse(
            400, "Prompt contains 40000 tokens, too large for model with 32768 maximum context length", "invalid_request_prompt", "\"3051\"");

        /// <summary>422: a field is missing.</summary>
        public static FakeError InvalidRequest() => FakeReply.Error(422, """{"detail":[{"type":"missing","loc":["body","messages"],"msg":"Field required","input":{"model":"x"}}]}""");

        private static FakeError Refuse(int status, string message, string type, string code) => new(status, _ => Body(message, type, code));

        private static string Body(string message, string type, string code) =>
            $$"""{"object":"error","message":"{{JsonEncodedText.Encode(message)}}","type":"{{type}}","param":null,"code":{{code}}}""";
    }

    /// <summary>DeepSeek, https://api-docs.deepseek.com/quick_start/error_codes.</summary>
    public static class DeepSeek
    {
        /// <summary>401: the key is not known.</summary>
        public static FakeError AuthenticationFailed() => OpenAIStyleError(401, "Authentication Fails, Your api key: ****0000 is invalid", "authentication_error", "\"invalid_request_error\"");

        /// <summary>402: the balance is used up. Only the status and the message say so, not the type or code.</summary>
        public static FakeError CreditExhausted() => OpenAIStyleError(402, "Insufficient Balance", "unknown_error", "\"invalid_request_error\"");

        /// <summary>503: the provider is overloaded.</summary>
        public static FakeError Overloaded() => OpenAIStyleError(503, "Server overloaded", "server_error");

        /// <summary>400: there is no such model.</summary>
        public static FakeError ModelUnavailable() => OpenAIStyleError(400, "Model Not Exist", "invalid_request_error", "\"invalid_request_error\"");

        /// <summary>400: the prompt and the requested tokens do not fit into the context window.</summary>
        public static FakeError ContextLengthExceeded() => OpenAIStyleError(
            400, "This model's maximum context length is 65536 tokens. However, you requested 70000 tokens (62000 in the messages, 8000 in the completion). Please reduce the length of the messages or completion.", "invalid_request_error", "\"invalid_request_error\"");

        /// <summary>400: the prompt was rejected.</summary>
        public static FakeError ContentFiltered() => OpenAIStyleError(400, "Content Exists Risk", "invalid_request_error", "\"invalid_request_error\"");

        /// <summary>422: the request has the wrong format. The body is plain text.</summary>
        public static FakeError InvalidRequest() => FakeReply.Error(422, "Failed to deserialize the JSON body into the target type: messages[0]: missing field `role`", "text/plain");
    }

    /// <summary>xAI, https://docs.x.ai/docs/key-information/debugging.</summary>
    public static class XAI
    {
        private const string Denied = "The caller does not have permission to execute the specified operation";
        private const string Exhausted = "Some resource has been exhausted";
        private const string Invalid = "Client specified an invalid argument";

        /// <summary>400, normally the status of an invalid request: the key is not known.</summary>
        public static FakeError AuthenticationFailed() => Refuse(400, Invalid, "Incorrect API key provided: xa***00. You can obtain an API key from https://console.x.ai.");

        /// <summary>429, normally the status of a rate limit: the team has no credit left, or has reached its monthly limit.</summary>
        public static FakeError CreditExhausted() => Refuse(
            429, Exhausted, "Your team team-1 has either used all available credits or reached its monthly spending limit. To continue making API requests, please purchase more credits or raise your spending limit.");

        /// <summary>429: too many requests.</summary>
        /// <param name="retryAfter">The wait in the response, in whole seconds; null for 7.</param>
        public static FakeError RateLimited(TimeSpan? retryAfter = null)
        {
            string seconds = Seconds(retryAfter);
            return new FakeError(429, context => Body(Exhausted, $"Too many requests for team team-1 and model {context.ModelId}. Your team's rate limit is - Requests per Second: 1.")).RetryAfter(seconds);
        }

        /// <summary>503: the provider is overloaded.</summary>
        public static FakeError Overloaded() => Refuse(
            503, "The service is currently unavailable", "The model is currently at capacity due to high demand. Please try again in a few minutes.");

        /// <summary>404: there is no such model, or the team may not use it.</summary>
        public static FakeError ModelUnavailable() => new(404, context => Body(
            "Some requested entity was not found", $"The model {context.ModelId} does not exist or your team team-1 does not have access to it."));

        /// <summary>400: the prompt is longer than the context window.</summary>
        public static FakeError ContextLengthExceeded() => Refuse(400, Invalid, "This model's maximum prompt length is 131072 but the request contains 537812 tokens.");

        /// <summary>403: the content violates the usage guidelines.</summary>
        public static FakeError ContentFiltered() => Refuse(403, Denied, "Content violates usage guidelines. Team: team-1, Model: grok-4, Failed check: SAFETY_CHECK_TYPE_BIO");

        /// <summary>400: a message without content.</summary>
        public static FakeError InvalidRequest() => Refuse(400, Invalid, "Invalid request content: Each message must have at least one content element.");

        private static FakeError Refuse(int status, string code, string error) => new(status, _ => Body(code, error));

        private static string Body(string code, string error) => $$"""{"code":"{{code}}","error":"{{JsonEncodedText.Encode(error)}}"}""";
    }

    /// <summary>Moonshot AI (Kimi), https://platform.moonshot.ai/docs/api/chat.</summary>
    public static class Moonshot
    {
        /// <summary>401: the key is not known.</summary>
        public static FakeError AuthenticationFailed() => Refuse(401, "Invalid Authentication", "invalid_authentication_error");

        /// <summary>429, normally the status of a rate limit: the account has no balance left.</summary>
        public static FakeError CreditExhausted() => Refuse(
            429, "Your account is suspended due to insufficient balance, please recharge your account or check your plan and billing details", "exceeded_current_quota_error");

        /// <summary>429: too many requests in a minute.</summary>
        /// <param name="retryAfter">The wait in the response, in whole seconds; null for 7.</param>
        public static FakeError RateLimited(TimeSpan? retryAfter = null)
        {
            string seconds = Seconds(retryAfter);
            return Refuse(429, $"Your account reached max RPM, please try again after {seconds} seconds", "rate_limit_reached_error").RetryAfter(seconds);
        }

        /// <summary>429, normally the status of a rate limit: the provider is overloaded.</summary>
        public static FakeError Overloaded() => Refuse(429, "The engine is currently overloaded, please try again later", "engine_overloaded_error");

        /// <summary>404: there is no such model, or the account may not use it.</summary>
        public static FakeError ModelUnavailable() => new(404, context => Body($"Not found the model {context.ModelId} or Permission denied", "resource_not_found_error"));

        /// <summary>400: the prompt is longer than the context window.</summary>
        public static FakeError ContextLengthExceeded() => Refuse(
            400, "Invalid request: Your request exceeded model token limit: 131072 (requested: 150000)", "invalid_request_error");

        /// <summary>400: the prompt was rejected.</summary>
        public static FakeError ContentFiltered() => Refuse(400, "The request was rejected because it was considered high risk", "content_filter");

        private static FakeError Refuse(int status, string message, string type) => new(status, _ => Body(message, type));

        private static string Body(string message, string type) => $$$"""{"error":{"message":"{{{JsonEncodedText.Encode(message)}}}","type":"{{{type}}}"}}""";
    }

    /// <summary>Ollama, on the user's own machine or in its cloud, https://github.com/ollama/ollama/blob/main/docs/api.md.</summary>
    public static class Ollama
    {
        /// <summary>401: the cloud does not know the key.</summary>
        public static FakeError AuthenticationFailed() => Refuse(401, "unauthorized");

        /// <summary>503: the queue is full.</summary>
        public static FakeError Overloaded() => Refuse(503, "server busy, please try again.  maximum pending requests exceeded");

        /// <summary>404: the model has not been pulled.</summary>
        public static FakeError ModelUnavailable() => new(404, context => Body($"model \"{context.ModelId}\" not found, try pulling it first"));

        /// <summary>400: the request names no model.</summary>
        public static FakeError InvalidRequest() => Refuse(400, "model is required");

        private static FakeError Refuse(int status, string message) => new(status, _ => Body(message));

        private static string Body(string message) => $$"""{"error":"{{JsonEncodedText.Encode(message)}}"}""";
    }
}
