using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using OpenAI;

namespace FailScope.Demo.Clients;

/// <summary>Creates the client of a model: the official OpenAI SDK with the address of the model's provider.</summary>
/// <param name="keyOf">The key of a credential; null if there is none.</param>
/// <param name="network">Sends the calls. Its creator disposes it.</param>
internal sealed class OpenAIClients(Func<Credential, string?> keyOf, HttpMessageHandler network) : IDisposable
{
    private readonly HttpClient _http = new(network, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>The address of a provider; by default the one in the catalog.</summary>
    internal Func<Provider, Uri> EndpointOf { get; init; } = provider => provider.Endpoint;

    /// <summary>How long a call to a model may take.</summary>
    internal Func<Model, TimeSpan> TimeoutOf { get; init; } = _ => TimeSpan.FromSeconds(100);

    /// <summary>The client of a model.</summary>
    /// <exception cref="ModelNotConfiguredException">There is no key for the model.</exception>
    internal IChatClient Create(Model model)
    {
        string key = keyOf(model.Credential)
            ?? throw new ModelNotConfiguredException(model, $"{model.Credential.EnvironmentVariable} is not set.");
        var options = new OpenAIClientOptions
        {
            Endpoint = EndpointOf(model.Provider),
            NetworkTimeout = TimeoutOf(model),
            Transport = new HttpClientPipelineTransport(_http),

            // With its own retries, the SDK would call an account without credit four times before it throws.
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
        };
        return new OpenAIClient(new ApiKeyCredential(key), options).GetChatClient(model.Id).AsIChatClient().WithHiddenFailures();
    }

    public void Dispose() => _http.Dispose();
}
