using System.Globalization;

namespace FailScope;

/// <summary>Describes the rows of <see cref="RetireRules"/> in words.</summary>
internal static class RetireWords
{
    /// <summary>Which models a failure with this effect retires, for any failing model.</summary>
    internal static string Describe(RetireEffect effect)
    {
        RetireRule rule = RetireRules.For(effect);
        return rule switch
        {
            { Group: RetireGroup.Model } => "the model alone",
            { Group: RetireGroup.ContextWindow } => "the model, and every model whose declared context window is not larger",
            { Spares: SparedModels.Free } => $"from a priced model: {Affected(rule, isFree: false)} {Within(rule.Group)}; from a free model: {Affected(rule, isFree: true)} {Within(rule.Group)}",
            _ => $"{Affected(rule, isFree: false)} {Within(rule.Group)}",
        };
    }

    /// <summary>Which models a failure of the given model retires with this effect.</summary>
    internal static string Describe(RetireEffect effect, Model failed)
    {
        RetireRule rule = RetireRules.For(effect);
        return rule.Group switch
        {
            RetireGroup.Model => $"{failed.Name} alone",
            RetireGroup.ContextWindow when failed.ContextWindow is { } window =>
                string.Create(CultureInfo.InvariantCulture, $"{failed.Name}, and models with a window of up to {window:#,0} tokens"),
            RetireGroup.ContextWindow => $"{failed.Name} alone",
            _ => $"{Affected(rule, failed.IsFree)} {Within(rule.Group)} {failed.NameOf(rule.Group)}",
        };
    }

    // Which models of the group are retired.
    private static string Affected(RetireRule rule, bool isFree) => rule.Spares switch
    {
        SparedModels.Free when !isFree => "the priced models",
        SparedModels.Priced => "the free models",
        _ => "every model",
    };

    private static string Within(RetireGroup group) => group switch
    {
        RetireGroup.Credential => "on the key",
        RetireGroup.Account => "of the billing account",
        RetireGroup.Provider => "at the provider",
        _ => throw new ArgumentOutOfRangeException(nameof(group), group, "No name belongs to it."),
    };
}
