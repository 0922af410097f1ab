using FailScope.Generators.Analyzers.Catalog;
using FailScope.Generators.Diagnostics;
using FailScope.Generators.Parsing;

namespace FailScope.Generators.Analyzers.Chains;

/// <summary>An entry that no sequence of failures can let answer.</summary>
/// <remarks>
/// <para>The retire table alone makes no distinct entry unreachable: a failure of kind <c>Timeout</c> retires nothing but the
/// model that failed, so if all earlier models time out, the entry is next. What can make it useless is that it then cannot
/// answer.</para>
/// <para>A model answers when everything that it needs is there: its provider, its key, the deployment itself (its id
/// through its key), and money, or the free allowance, of its account. So an entry <c>e</c> can be the one that answers if
/// and only if no earlier entry needs only things that <c>e</c> needs too: if there is none, take away everything that
/// <c>e</c> does not need, and every earlier entry fails while <c>e</c> answers; if there is one, it answers whenever
/// <c>e</c> would. The deployment being among the needs, that earlier entry is the same id through the same key, and equally
/// free or priced.</para>
/// <para>Two declarations of one deployment whose facts differ (a price, a window, the capabilities) may be meant for requests
/// that differ, a service tier or a smaller answer; that is no proof, and nothing is said here.</para>
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
