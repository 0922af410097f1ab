using Microsoft.Extensions.AI;

namespace FailScope;

/// <summary>Builds a chat client pipeline for a chain without dependency injection.</summary>
public static class FallbackChainExtensions
{
    /// <summary>Starts a pipeline whose innermost client is a <see cref="FallbackChatClient"/> for the chain.</summary>
    /// <param name="chain">The models, in the order in which they are tried.</param>
    /// <param name="createClient">Creates the client of a model, when the model is first tried.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <returns>A builder that adds middleware around the client.</returns>
    public static ChatClientBuilder AsChatClientBuilder(this FallbackChain chain, Func<Model, IChatClient> createClient, FallbackChatOptions? options = null) =>
        new FallbackChatClient(chain, createClient, options).AsBuilder();
}
