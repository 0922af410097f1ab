using System.Globalization;
using Microsoft.Extensions.AI;

namespace FailScope;

/// <summary>A turn of an embedding generator: what it asks the models for, and what it writes into their answers.</summary>
internal struct EmbeddingTurn<TInput, TEmbedding> : IWholeTurn<GeneratedEmbeddings<TEmbedding>>
    where TEmbedding : Embedding
{
    private ClientTurn<EmbeddingRequest<TInput>> _turn;

    internal EmbeddingTurn(FallbackCore core, IReadOnlyCollection<TInput> values, EmbeddingGenerationOptions? options, CancellationToken caller) =>
        _turn = new ClientTurn<EmbeddingRequest<TInput>>(core, new EmbeddingRequest<TInput>(values, options), isStreaming: false, caller);

    public bool Begin()
    {
        _turn.ThrowIfItMayNotBegin();
        return _turn.Begin();
    }

    public readonly Task<GeneratedEmbeddings<TEmbedding>> AskAsync()
    {
        var client = (EmbeddingModelClient<TInput, TEmbedding>)_turn.Core.Clients.Get(_turn.Model);
        EmbeddingGenerationOptions? options = client.Adapt(_turn.Request.Options, ((FallbackEmbeddingOptions)_turn.Core.Options).ConfigureOptions);
        return client.Generator.GenerateAsync(_turn.Request.Values, options, _turn.Token);
    }

    public readonly Failure? FindFailure(GeneratedEmbeddings<TEmbedding>? answer)
    {
        // One for each value: with fewer or more of them, nobody knows which is whose.
        int expected = _turn.Request.Values.Count;
        return answer is null ? new Failure(FailureKind.Unknown) { Evidence = "the generator returned null" }
            : answer.Count == expected ? null
            : new Failure(FailureKind.Unknown) { Evidence = string.Create(CultureInfo.InvariantCulture, $"{answer.Count} embeddings of {expected} values") };
    }

    public void Answered(GeneratedEmbeddings<TEmbedding> answer)
    {
        if (_turn.WriteAnswer() is { } trail)
        {
            (answer.AdditionalProperties ??= [])[FallbackProperties.Trail] = trail;
        }

        FallbackTelemetry.Observe(_turn.Activity, answer);
        _turn.End();
    }

    public bool TryNextAfter(Exception exception) => _turn.TryNextAfter(exception);

    public readonly FallbackExhaustedException Exhausted() => _turn.Exhausted();
}
