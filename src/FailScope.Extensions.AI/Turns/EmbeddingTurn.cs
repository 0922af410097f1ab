using System.Globalization;
using Microsoft.Extensions.AI;

namespace FailScope;

/// <summary>A request of an embedding generator.</summary>
internal struct EmbeddingTurn<TInput, TEmbedding>(FallbackCore core, IReadOnlyCollection<TInput> values, EmbeddingGenerationOptions? options, CancellationToken caller)
    : IWholeTurn<GeneratedEmbeddings<TEmbedding>>
    where TEmbedding : Embedding
{
    private readonly IReadOnlyCollection<TInput> _values = values;
    private readonly EmbeddingGenerationOptions? _options = options;
    private ClientTurn _turn = new(core, caller);

    public void Begin() => _turn.Begin();

    public bool TryNext() => _turn.TryNext();

    public readonly Task<GeneratedEmbeddings<TEmbedding>> AskAsync()
    {
        var client = (EmbeddingModelClient<TInput, TEmbedding>)_turn.Core.Clients.Get(_turn.Model);
        EmbeddingGenerationOptions? options = client.Adapt(_options, ((FallbackEmbeddingOptions)_turn.Core.Options).ConfigureOptions);
        return client.Generator.GenerateAsync(_values, options, _turn.Token);
    }

    public readonly Failure? FindFailure(GeneratedEmbeddings<TEmbedding>? answer)
    {
        // There must be one embedding for each value; otherwise it is unknown which belongs to which.
        int expected = _values.Count;
        return answer is null ? new Failure(FailureKind.Unknown) { Evidence = "the generator returned null" }
            : answer.Count == expected ? null
            : new Failure(FailureKind.Unknown) { Evidence = string.Create(CultureInfo.InvariantCulture, $"{answer.Count} embeddings of {expected} values") };
    }

    public GeneratedEmbeddings<TEmbedding> Answered(GeneratedEmbeddings<TEmbedding> answer)
    {
        GeneratedEmbeddings<TEmbedding> marked = AnswerMarks.Mark(answer, _turn.Commit());
        ClientTelemetry.Observe(_turn.Activity, marked);
        _turn.Answered();
        return marked;
    }

    public void Failed(Exception exception) => _turn.Failed(exception);

    public FallbackExhaustedException Exhausted() => _turn.Exhausted();
}
