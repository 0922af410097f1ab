using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;

namespace FailScope.Samples.Tests;

/// <summary>The fallback client of the samples, with the addresses of the fakes.</summary>
internal static class Fallback
{
    internal static FallbackChatClient Over(FakeUpstream upstream, FallbackChain chain, Func<Model, IChatClient, IChatClient>? around = null)
    {
        Func<Model, IChatClient> create = OpenAIModelClients.From(new ConfigurationBuilder().AddInMemoryCollection(upstream.ToConfiguration()).Build());
        return new FallbackChatClient(chain, model => around is null ? create(model) : around(model, create(model)));
    }
}
