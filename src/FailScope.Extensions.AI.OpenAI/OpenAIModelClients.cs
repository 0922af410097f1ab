using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using OpenAI;
using OpenAI.Chat;
using OpenAI.Embeddings;

namespace FailScope;

/// <summary>Creates clients with the official OpenAI library, for models whose providers support OpenAI's chat completions and embeddings, as most do.</summary>
/// <remarks>
/// The library's own retries are off: otherwise it would call an account without credit four times, seconds apart, before the next model is
/// tried. Turn retries off for your own clients too, with <c>RetryPolicy = new ClientRetryPolicy(0)</c>, or
/// <c>MaxRetries = 0</c> for other libraries.
/// </remarks>
public static class OpenAIModelClients
{
    /// <summary>Creates the client of a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="key">The API key of its credential.</param>
    /// <param name="endpoint">The address to call; null for the one that the catalog declares.</param>
    public static IChatClient Create(Model model, string key, Uri? endpoint = null)
    {
        (ApiKeyCredential credential, OpenAIClientOptions options) = Configure(model, key, endpoint);
        return Create(model, credential, options);
    }

    /// <summary>
    /// Makes failures visible to a fallback client that are hidden in the responses of an OpenAI client: an error event in a stream, a failed
    /// response. For clients that you create yourself; those of <see cref="From"/> already have it.
    /// </summary>
    /// <param name="client">A client of the OpenAI library, for chat completions or responses.</param>
    public static IChatClient WithHiddenFailures(this IChatClient client)
    {
        ArgumentNullException.ThrowIfNull(client);
        return new OpenAIChatModelClient(client, alwaysFinishes: false);
    }

    /// <summary>Creates the embedding generator of a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="key">The API key of its credential.</param>
    /// <param name="endpoint">The address to call; null for the one that the catalog declares.</param>
    public static IEmbeddingGenerator<string, Embedding<float>> CreateEmbeddingGenerator(Model model, string key, Uri? endpoint = null)
    {
        (ApiKeyCredential credential, OpenAIClientOptions options) = Configure(model, key, endpoint);
        return new EmbeddingClient(model.Id, credential, options).AsIEmbeddingGenerator();
    }

    /// <summary>
    /// A factory for <see cref="FallbackChatClient"/> that uses the keys and endpoints of a configuration. A model
    /// without a key fails with <see cref="FailureKind.NotConfigured"/>, together with the other models of its credential. A key that is
    /// replaced in the configuration while the application runs is used from the next call on.
    /// </summary>
    /// <param name="configuration">The configuration; null to use only the keys in the environment.</param>
    /// <seealso cref="FailScopeConfiguration"/>
    public static Func<Model, IChatClient> From(IConfiguration? configuration = null) => model =>
    {
        (ApiKeyCredential credential, OpenAIClientOptions options) = Configure(model, configuration);
        return Create(model, credential, options);
    };

    /// <summary>A factory for embedding generators, like <see cref="From"/> for chat clients.</summary>
    /// <param name="configuration">The configuration; null to use only the keys in the environment.</param>
    public static Func<Model, IEmbeddingGenerator<string, Embedding<float>>> EmbeddingGeneratorsFrom(IConfiguration? configuration = null) => model =>
    {
        (ApiKeyCredential credential, OpenAIClientOptions options) = Configure(model, configuration);
        return new EmbeddingClient(model.Id, credential, options).AsIEmbeddingGenerator();
    };

    // A complete chat completion always has a finish reason.
    private static OpenAIChatModelClient Create(Model model, ApiKeyCredential credential, OpenAIClientOptions options) =>
        new(new ChatClient(model.Id, credential, options).AsIChatClient(), alwaysFinishes: true);

    private static (ApiKeyCredential Credential, OpenAIClientOptions Options) Configure(Model model, string key, Uri? endpoint)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        var options = new OpenAIClientOptions
        {
            Endpoint = endpoint ?? model.Provider.Endpoint,
            RetryPolicy = new ClientRetryPolicy(0),
        };
        return (new ApiKeyCredential(key), options);
    }

    private static (ApiKeyCredential Credential, OpenAIClientOptions Options) Configure(Model model, IConfiguration? configuration)
    {
        string key = FindKey(model, configuration);
        (ApiKeyCredential credential, OpenAIClientOptions options) = Configure(model, key, model.Provider.GetEndpoint(configuration));
        if (configuration is not null)
        {
            options.AddPolicy(new ExchangedKeyPolicy(model.Credential, configuration, credential, key), PipelinePosition.PerCall);
        }

        return (credential, options);
    }

    private static string FindKey(Model model, IConfiguration? configuration) =>
        model.Credential.TryFindKey(configuration, out string? key) ? key : throw new ModelNotConfiguredException(model, WhereToPutTheKey(model.Credential));

    private static string WhereToPutTheKey(Credential credential)
    {
        string variable = credential.EnvironmentVariable is { } name ? $"{name} or " : "";
        return $"There is no key for the credential '{credential.Name}': set {variable}{FailScopeConfiguration.Section}:Credentials:{credential.Name}.";
    }
}
