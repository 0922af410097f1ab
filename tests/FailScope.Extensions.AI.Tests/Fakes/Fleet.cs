using Microsoft.Extensions.AI;

namespace FailScope.Extensions.AI.Tests;

/// <summary>A fake client for each model of a chain. Records the calls in order.</summary>
internal sealed class Fleet
{
    private readonly Dictionary<Model, FakeClient> _clients = [];

    internal FakeClient this[Model model]
    {
        get
        {
            if (!_clients.TryGetValue(model, out FakeClient? client))
            {
                _clients.Add(model, client = new FakeClient(model));
            }

            return client;
        }
    }

    internal FakeClient ClientOf(Model model) => this[model];

    /// <summary>The models that were called, in the order of the chain.</summary>
    internal IEnumerable<Model> Called => Shop.All.Models.Where(model => this[model].Calls.Count > 0);

    /// <summary>A client for the chain of all models.</summary>
    internal FallbackChatClient Over(FallbackChatOptions? options = null) => new(Shop.All, model => this[model], options);

    /// <summary>Makes a model fail, with and without streaming.</summary>
    internal Fleet Fails(Model model, FailureKind kind)
    {
        this[model].Answer = _ => throw new FailedCallException(new Failure(kind));
        this[model].Stream = _ => new FakeStream().Fails(kind);
        return this;
    }
}
