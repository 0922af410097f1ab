using Microsoft.Extensions.AI;

namespace FailScope.Extensions.AI.Tests;

/// <summary>The embedding generator of one model. By default it returns for each text a vector with its length.</summary>
internal sealed class FakeGenerator(Model model) : IEmbeddingGenerator<string, Embedding<float>>
{
    internal Func<IReadOnlyList<string>, CancellationToken, Task<GeneratedEmbeddings<Embedding<float>>>> Answer { get; set; } =
        (texts, _) => Task.FromResult(Vectors(model, texts));

    internal List<(IReadOnlyList<string> Texts, EmbeddingGenerationOptions? Options)> Calls { get; } = [];

    internal int Disposals { get; private set; }

    internal EmbeddingGeneratorMetadata? Metadata { get; set; } = new("fake", null, model.Id);

    internal static GeneratedEmbeddings<Embedding<float>> Vectors(Model model, IReadOnlyList<string> texts) =>
        new(texts.Select(text => new Embedding<float>(new float[] { text.Length, 0, 1 }) { ModelId = model.Id })) { Usage = new UsageDetails { InputTokenCount = texts.Count } };

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        string[] texts = [.. values];
        Calls.Add((texts, options));
        return Answer(texts, cancellationToken);
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType == typeof(EmbeddingGeneratorMetadata) ? Metadata : null;

    public void Dispose() => Disposals++;
}
