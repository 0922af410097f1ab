namespace FailScope;

/// <summary>Refuses chains whose models cannot stand in for each other, because their vectors cannot be compared.</summary>
internal static class EmbeddingSpaces
{
    /// <exception cref="ArgumentException">A model declares no space, or not the same as the others.</exception>
    internal static void ThrowIfNotOne(FallbackChain chain, string parameterName)
    {
        Model first = chain.Models[0];
        foreach (Model model in chain.Models)
        {
            if (model.EmbeddingSpace is null)
            {
                throw new ArgumentException(
                    $"The chain '{chain.Name}' gives no embeddings: '{model.Name}' declares no space for its vectors. Say [Model(…, EmbeddingSpace = \"a name for the space\")], with the same name for all models of the chain.",
                    parameterName);
            }

            if (!string.Equals(model.EmbeddingSpace, first.EmbeddingSpace, StringComparison.Ordinal))
            {
                throw new ArgumentException(
                    $"The chain '{chain.Name}' gives no embeddings: '{first.Name}' embeds into '{first.EmbeddingSpace}' and '{model.Name}' into '{model.EmbeddingSpace}'. Vectors of different spaces cannot be compared, so that neither model can stand in for the other.",
                    parameterName);
            }
        }
    }
}
