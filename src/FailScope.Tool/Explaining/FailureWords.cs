namespace FailScope.Tool.Explaining;

/// <summary>Describes in a few words why the failure of one model retires another, for a table cell.</summary>
internal static class FailureWords
{
    /// <summary>The reason, for example <c>priced, on account Main</c>.</summary>
    internal static string Because(RetireEffect effect, Model failed)
    {
        RetireRule rule = RetireRules.For(effect);
        string? group = rule.Group switch
        {
            RetireGroup.Credential => "key",
            RetireGroup.Account => "account",
            RetireGroup.Provider => "provider",
            _ => null,
        };
        return (rule.Group, rule.Spares) switch
        {
            (RetireGroup.Model, _) => "failed itself",
            (RetireGroup.ContextWindow, _) => "window not larger",
            (_, SparedModels.Free) when !failed.IsFree => $"priced, on {group} {failed.NameOf(rule.Group)}",
            (_, SparedModels.Priced) => $"free, on {group} {failed.NameOf(rule.Group)}",
            _ => $"same {group}, {failed.NameOf(rule.Group)}",
        };
    }
}
