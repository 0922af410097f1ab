namespace FailScope;

/// <summary>Rejects chains whose models cannot replace each other, because their vectors cannot be compared.</summary>
internal static class EmbeddingSpaces
{
    /// <exception cref="ArgumentException">A model declares no space, or a different one.</exception>
    internal static void ThrowIfNotOne(FallbackChain chain, string parameterName)
    {
        Model first = chain.Models[0];
        foreach (Model model in chain.Models)
        {
            if (model.EmbeddingSpace is null)
            {
                throw new ArgumentException(
                    $"The chain '{chain.Name}' cannot be used for embeddings: '{model.Name}' declares no embedding space. Set [Model(…, EmbeddingSpace = \"name\")], with the same name for all models of the chain.",
                    parameterName);
            }

            if (!string.Equals(model.EmbeddingSpace, first.EmbeddingSpace, StringComparison.Ordinal))
            {
                throw new ArgumentException(
                    $"The chain '{chain.Name}' cannot be used for embeddings: '{first.Name}' embeds into '{first.EmbeddingSpace}' and '{model.Name}' into '{model.EmbeddingSpace}'. Vectors of different spaces cannot be compared, so neither model can replace the other.",
                    parameterName);
            }
        }
    }
}
