using FailScope.Generators.Analyzers.Catalog;
using FailScope.Generators.Diagnostics;
using FailScope.Generators.Parsing;

namespace FailScope.Generators.Analyzers.Chains;

/// <summary>An entry that cannot answer after any sequence of failures.</summary>
/// <remarks>
/// <para>By the retire table alone, every distinct entry is reachable: a failure of kind <c>Timeout</c> retires only the failed
/// model, so if all earlier models time out, the entry is next. The entry is useless only if it cannot answer then.</para>
/// <para>A model answers if everything that it needs is available: its provider, its key, the deployment itself (its id through
/// its key), and the credit or the free quota of its account. An entry <c>e</c> can be the one that answers if and only if
/// every earlier entry needs something that <c>e</c> does not need. If so, everything that <c>e</c> does not need can be lost,
/// and every earlier entry fails while <c>e</c> answers. Otherwise, an earlier entry answers whenever <c>e</c> would. Because the
/// deployment is one of the needs, that earlier entry is the same id through the same key, and equally free or priced.</para>
/// <para>If two declarations of one deployment differ in a fact (a price, a window, the capabilities), they may be intended for
/// different requests, such as another service tier or a shorter response. Nothing is reported then.</para>
/// </remarks>
internal static class UnreachableEntryRule
{
    internal static void Check(ChainView chain, CatalogReport report)
    {
        var first = new Dictionary<(string, CredentialDeclaration), List<ModelDeclaration>>();
        for (int position = 0; position < chain.Models.Count; position++)
        {
            ModelDeclaration model = chain.Models[position];
            (string, CredentialDeclaration) deployment = (model.Id.Content!, model.Credential.Target!);
            if (!first.TryGetValue(deployment, out List<ModelDeclaration>? earlier))
            {
                first.Add(deployment, [model]);
            }
            else if (earlier.Find(other => HaveTheSameFacts(other, model)) is { } same)
            {
                report.Add(Descriptors.UnreachableEntry, chain.EntryOf(position), chain.Chain.Name, model.Name, same.Name);
            }
            else
            {
                earlier.Add(model);
            }
        }
    }

    private static bool HaveTheSameFacts(ModelDeclaration one, ModelDeclaration other) =>
        one.IsFree == other.IsFree
        && one.ContextWindow.Content == other.ContextWindow.Content
        && one.MaxOutputTokens.Content == other.MaxOutputTokens.Content
        && one.Capabilities.Content == other.Capabilities.Content
        && one.EmbeddingSpace.Content == other.EmbeddingSpace.Content
        && one.Prices.Select(price => price.Content).SequenceEqual(other.Prices.Select(price => price.Content));
}
