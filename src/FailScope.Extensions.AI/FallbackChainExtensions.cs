using Microsoft.Extensions.AI;

namespace FailScope;

/// <summary>A chain as a chat client, for those who build a pipeline by hand.</summary>
public static class FallbackChainExtensions
{
    /// <summary>Begins a pipeline whose innermost client walks down the chain.</summary>
    /// <param name="chain">The models, in the order in which they are tried.</param>
    /// <param name="createClient">Makes the client of a model, when the model is first tried.</param>
    /// <param name="options">Limits and choices; null for the defaults.</param>
    /// <returns>A builder that puts middleware around the client.</returns>
    public static ChatClientBuilder AsChatClientBuilder(this FallbackChain chain, Func<Model, IChatClient> createClient, FallbackChatOptions? options = null) =>
        new FallbackChatClient(chain, createClient, options).AsBuilder();
}
