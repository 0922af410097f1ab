using System.ClientModel;
using System.ClientModel.Primitives;
using Anthropic;
using Anthropic.Core;
using Microsoft.Extensions.AI;
using OpenAI;

namespace FailScope.Samples.ThreeProviders;

/// <summary>Creates the client of a model with its provider's library. Retries are off, because they would delay the next model.</summary>
/// <param name="http">Sends the calls of all three.</param>
/// <param name="keyOf">The key of a credential; null if none is configured.</param>
public sealed class ModelClients(HttpClient http, Func<Credential, string?> keyOf)
{
    private const int DefaultMaxOutputTokens = 4_096;

    /// <summary>The client of a model.</summary>
    public IChatClient Create(Model model)
    {
        string key = keyOf(model.Credential) ?? throw new ModelNotConfiguredException(model, $"{model.Credential.EnvironmentVariable} is not set.");
        return model.Provider.Name switch
        {
            nameof(Models.Anthropic) => Claude(model, key),
            nameof(Models.Google) => new GeminiChatClient(http, model, key),
            _ => OpenAI(model, key),
        };
    }

    private IChatClient Claude(Model model, string key) => new AnthropicClient(new ClientOptions
    {
        ApiKey = key,
        BaseUrl = model.Provider.Endpoint.ToString(),
        HttpClient = http,
        MaxRetries = 0,
    }).AsIChatClient(model.Id, DefaultMaxOutputTokens);

    private IChatClient OpenAI(Model model, string key) => new OpenAIClient(new ApiKeyCredential(key), new OpenAIClientOptions
    {
        Endpoint = model.Provider.Endpoint,
        Transport = new HttpClientPipelineTransport(http),
        RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
    }).GetChatClient(model.Id).AsIChatClient();
}
