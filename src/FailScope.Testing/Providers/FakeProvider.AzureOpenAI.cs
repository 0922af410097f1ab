namespace FailScope.Testing;

public static partial class FakeProvider
{
    /// <summary>Azure OpenAI, https://learn.microsoft.com/azure/ai-services/openai/reference.</summary>
    public static class AzureOpenAI
    {
        /// <summary>401: the key does not belong to the resource.</summary>
        public static FakeError AuthenticationFailed() => Refuse(
            401, "401", "Access denied due to invalid subscription key or wrong API endpoint. Make sure to provide a valid key for an active subscription and use a correct regional API endpoint for your resource.");

        /// <summary>429: the deployment has used its tokens for this minute.</summary>
        /// <param name="retryAfter">The wait in the response, in whole seconds; null for 7.</param>
        public static FakeError RateLimited(TimeSpan? retryAfter = null)
        {
            string seconds = Seconds(retryAfter);
            return Refuse(
                429, "429", $"Requests to the ChatCompletions_Create Operation under Azure OpenAI API have exceeded token rate limit of your current OpenAI S0 pricing tier. Please retry after {seconds} seconds.")
                .RetryAfter(seconds);
        }

        /// <summary>503: the provider is overloaded.</summary>
        public static FakeError Overloaded() => Refuse(503, "ServiceUnavailable", "The service is temporarily unable to process your request. Please try again later.");

        /// <summary>404: the deployment does not exist.</summary>
        public static FakeError ModelUnavailable() => Refuse(404, "DeploymentNotFound", "The API deployment for this resource does not exist.");

        /// <summary>400: the content filter rejected the prompt.</summary>
        public static FakeError ContentFiltered() => new(
            400, """{"error":{"message":"The response was filtered due to the prompt triggering Azure OpenAI's content management policy.","type":null,"param":"prompt","code":"content_filter","status":400,"innererror":{"code":"ResponsibleAIPolicyViolation","content_filter_result":{"violence":{"filtered":true,"severity":"medium"}}}}}""", "application/json");

        /// <summary>400: the prompt is longer than the context window.</summary>
        public static FakeError ContextLengthExceeded() => OpenAI.ContextLengthExceeded();

        private static FakeError Refuse(int status, string code, string message) => FakeReply.Error(status, $$$"""{"error":{"code":"{{{code}}}","message":"{{{message}}}"}}""");
    }
}
