using System.Diagnostics.CodeAnalysis;

namespace FailScope;

/// <summary>
/// Adds the model's name to the id of a conversation that a provider stores: <c>failscope:ModelName:id</c>. Other providers do not
/// have the conversation. The name is part of the id, because a client that remembered it would lose it when the process
/// restarts.
/// </summary>
internal static class ConversationIds
{
    private const string Prefix = "failscope:";

    internal static string Mark(Model model, string id) => string.Concat(Prefix, model.Name, ":", id);

    /// <summary>Parses a marked id. Returns false for an id that does not come from a model of a chain.</summary>
    internal static bool TryRead(string marked, [NotNullWhen(true)] out string? modelName, [NotNullWhen(true)] out string? id)
    {
        // Names are identifiers, so the first colon after the prefix ends the name, whatever the id contains.
        int end = marked.StartsWith(Prefix, StringComparison.Ordinal) ? marked.IndexOf(':', Prefix.Length) : -1;
        modelName = end < 0 ? null : marked[Prefix.Length..end];
        id = end < 0 ? null : marked[(end + 1)..];
        return end >= 0;
    }

    /// <summary>
    /// Excludes the models that cannot continue a conversation: those under another API key than the one that it is stored under.
    /// For an id that does not come from a model of a chain, the key of the first model is assumed.
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
