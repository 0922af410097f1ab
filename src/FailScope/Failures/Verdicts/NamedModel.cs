namespace FailScope;

/// <summary>Whether a sentence about a limit or a refusal names a model. If so, it is about that model only.</summary>
internal static class NamedModel
{
    private const string For = "for ";
    private const string Chinese = "模型";

    /// <summary>How sentences say that a budget is for one model.</summary>
    internal const string OwnBudget = "(model budget|modelbudget|budget for model|budget for deployment|budget for provider)";

    private static readonly Phrase Budget = new(OwnBudget);
    private static readonly Phrase Subscription = new("(subscription|plan|billing) * (for this model|for the model|for model)");

    private static readonly string[] Refusals =
    [
        " is not supported", " is not available", " is not found", " is not enabled", " is not allowed", " is not accessible", " is no longer", " is unavailable", " is deprecated",
        " not found", " does not exist", " doesn't exist", " does not support", " doesn't support", " has been deprecated", " has been retired", " has been removed", " was not found",
    ];

    // Other things whose names contain a hyphen and a digit.
    private static readonly string[] OtherNames = ["org", "user", "proj", "team", "key", "sk", "pk", "gsk", "api", "token", "account", "acct", "workspace", "file", "req", "resp", "call", "batch", "utf", "iso", "http"];

    internal static bool IsIn(string words)
    {
        int chineseAt = words.IndexOf(Chinese, StringComparison.Ordinal);
        if (chineseAt >= 0 && !words.AsSpan(0, chineseAt).EndsWith("所有", StringComparison.Ordinal) && !words.AsSpan(0, chineseAt).EndsWith("全部", StringComparison.Ordinal))
        {
            return true;
        }

        for (int at = words.IndexOf("model", StringComparison.Ordinal); at >= 0; at = words.IndexOf("model", at + 1, StringComparison.Ordinal))
        {
            bool begins = at == 0 || words[at - 1] == ' ' || words.AsSpan(0, at).EndsWith("by", StringComparison.Ordinal) || words.AsSpan(0, at).EndsWith("per", StringComparison.Ordinal);
            bool isPlural = at + "model".Length < words.Length && words[at + "model".Length] == 's';
            if (begins && !isPlural)
            {
                return true;
            }
        }

        for (int at = words.IndexOf(For, StringComparison.Ordinal); at >= 0; at = words.IndexOf(For, at + 1, StringComparison.Ordinal))
        {
            if (LooksLikeAName(words.AsSpan(at + For.Length)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How a sentence says that a model with a name cannot be used: "does not support" in "grok-4 does not support tools". Null if it does not.</summary>
    internal static string? FindRefusal(string words)
    {
        foreach (string refused in Refusals)
        {
            int at = words.IndexOf(refused, StringComparison.Ordinal);
            if (at > 0)
            {
                ReadOnlySpan<char> before = words.AsSpan(0, at).TrimEnd('\'');
                ReadOnlySpan<char> name = before[(before.LastIndexOf(' ') + 1)..].Trim('\'');
                if (LooksLikeAName(name))
                {
                    return refused.Trim();
                }
            }
        }

        return null;
    }

    /// <summary>Whether a sentence about a budget says that the budget is for one model.</summary>
    internal static bool HasBudget(string words) => Budget.Find(words) is not null;

    /// <summary>Whether a sentence about a subscription or about billing says that one model needs it.</summary>
    internal static bool NeedsSubscription(string words) => Subscription.Find(words) is not null;

    // Accepts "for gemini-3-flash-preview", but not "for 5 hour" or "for org-123".
    private static bool LooksLikeAName(ReadOnlySpan<char> text)
    {
        int end = text.IndexOf(' ');
        text = end < 0 ? text : text[..end];
        if (text.IsEmpty || !char.IsAsciiLetter(text[0]) || !text.ContainsAny('-', '/') || !text.ContainsAnyInRange('0', '9'))
        {
            return false;
        }

        foreach (string other in OtherNames)
        {
            if (text.StartsWith(other, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }
}
