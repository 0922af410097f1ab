namespace FailScope.Demo.Server;

/// <summary>Refusals that most providers word alike, after OpenAI's.</summary>
internal static class CommonErrors
{
    internal static ErrorReply InvalidKey { get; } = new(401,
        """{"error":{"message":"Incorrect API key provided.","type":"invalid_request_error","param":null,"code":"invalid_api_key"}}""");

    internal static ErrorReply NoSuchModel { get; } = new(404,
        """{"error":{"message":"There is no such model, or you may not use it.","type":"invalid_request_error","param":"model","code":"model_not_found"}}""");

    /// <summary>Not a provider at all: the login page of a network in between, under status 200.</summary>
    internal static ErrorReply LoginPage { get; } = new(200,
        "<!doctype html><title>Welcome</title><h1>Please sign in to use this network</h1>") { ContentType = "text/html" };
}
