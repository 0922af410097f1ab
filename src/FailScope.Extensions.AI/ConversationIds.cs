using System.Diagnostics.CodeAnalysis;

namespace FailScope;

/// <summary>
/// Marks the id of a conversation that a provider keeps with the model that gave it. Another provider knows nothing of the
/// conversation, and a client that remembered whose it is would forget it at the next start; so the id says so itself:
/// <c>failscope:ModelName:id</c>.
/// </summary>
internal static class ConversationIds
{
    private const string Prefix = "failscope:";

    internal static string Mark(Model model, string id) => string.Concat(Prefix, model.Name, ":", id);

    /// <summary>Takes a marked id apart; false for an id that no model of any chain gave.</summary>
    internal static bool TryRead(string marked, [NotNullWhen(true)] out string? modelName, [NotNullWhen(true)] out string? id)
    {
        // Names are identifiers: the first colon after the prefix ends the name, whatever the id contains.
        int end = marked.StartsWith(Prefix, StringComparison.Ordinal) ? marked.IndexOf(':', Prefix.Length) : -1;
        modelName = end < 0 ? null : marked[Prefix.Length..end];
        id = end < 0 ? null : marked[(end + 1)..];
        return end >= 0;
    }

    /// <summary>
    /// Rules out the models that cannot go on with a conversation: those under another key than the one that it is kept under.
    /// For an id that no model of a chain gave, that is taken to be the key of the first.
    /// </summary>
    internal static void Restrict(ref FallbackTurn turn, string conversationId)
    {
        FallbackState start = turn.State;
        Credential? keeper = TryRead(conversationId, out string? name, out _)
            ? turn.Chain.Models.FirstOrDefault(model => model.Name == name)?.Credential
            : start.TryGetNext(out Model? first) ? first.Credential : null;
        foreach (Model model in start.Remaining)
        {
            if (model.Credential != keeper)
            {
                turn.Exclude(model, SkipReason.Conversation);
            }
        }
    }
}
