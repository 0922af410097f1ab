using FailScope.Generators.Analyzers.Catalog;
using FailScope.Generators.Diagnostics;
using FailScope.Generators.Parsing;

namespace FailScope.Generators.Analyzers.Chains;

/// <summary>A model whose embedding space differs from that of the chain's other models, or is not declared.</summary>
internal static class EmbeddingSpaceRule
{
    internal static void Check(ChainView chain, CatalogReport report)
    {
        ModelDeclaration? first = chain.Models.FirstOrDefault(model => model.EmbeddingSpace.Content is not null);
        if (first is null)
        {
            return;
        }

        for (int position = 0; position < chain.Models.Count; position++)
        {
            ModelDeclaration model = chain.Models[position];
            string? space = model.EmbeddingSpace.Content;
            if (!string.Equals(space, first.EmbeddingSpace.Content, StringComparison.Ordinal))
            {
                report.Add(
                    Descriptors.DifferentEmbeddingSpaces,
                    chain.EntryOf(position),
                    chain.Chain.Name,
                    model.Name,
                    space is null ? "declares no embedding space" : $"uses the embedding space '{space}'",
                    first.Name,
                    first.EmbeddingSpace.Content!);
            }
        }
    }
}
