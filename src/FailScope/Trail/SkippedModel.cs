namespace FailScope;

/// <summary>A model of a chain that was not called, and why.</summary>
public sealed class SkippedModel
{
    internal SkippedModel(Model model, SkipReason reason)
    {
        Model = model;
        Reason = reason;
    }

    /// <summary>The model that was skipped.</summary>
    public Model Model { get; }

    /// <summary>The reason.</summary>
    public SkipReason Reason { get; }

    /// <summary>The retired scope that this model shares with the failed model, in this turn or an earlier one; null unless that is the reason.</summary>
    public IScopeKey? Scope { get; internal init; }

    /// <summary>The attempt whose failure retired the model; null if the reason is not a failure of this turn.</summary>
    public FallbackAttempt? Since { get; internal init; }

    /// <summary>
    /// The cool-down from an earlier turn: since when and until when the model is excluded, and why. Null unless that is the reason, and
    /// if the cool-down ended at the moment when the model was skipped.
    /// </summary>
    public CooldownEntry? Cooldown { get; private init; }

    /// <summary>The required capabilities that the model lacks; none unless that is the reason.</summary>
    public ModelCapabilities Lacks { get; internal init; }

    /// <summary>The model and the reason.</summary>
    public override string ToString() => $"{Model}: " + Reason switch
    {
        SkipReason.Scope => $"{Since!.Failure!.Kind} retired {Scope!.Value} at attempt {Since.Number}",
        SkipReason.ContextWindow => $"its context window is not larger than that of the model at attempt {Since!.Number}",
        SkipReason.Capability => $"lacks {Lacks}",
        SkipReason.Conversation => "the conversation belongs to another key",
        SkipReason.Excluded => "excluded before the first attempt",
        SkipReason.Cooldown => TellCooldown(),
        SkipReason.AttemptLimit => "the turn's limit of attempts was reached",
        _ => "the turn's time limit had passed",
    };

    /// <summary>Creates the entry for a model that is cooling down.</summary>
    internal static SkippedModel ForCooldown(Model model, CooldownEntry? cooldown) =>
        new(model, SkipReason.Cooldown) { Cooldown = cooldown, Scope = cooldown?.Scope };

    private string TellCooldown()
    {
        if (Cooldown is not { } cooldown)
        {
            return "was cooling down after a failure of an earlier turn";
        }

        string evidence = cooldown.Evidence is null ? "" : $" ({cooldown.Evidence})";
        string until = cooldown.State switch
        {
            CooldownState.Probing => "another request is testing whether it has recovered",
            _ when cooldown.IsUntilReset => "until it is reset",
            _ => $"until {CooldownEntry.Text(cooldown.Until!.Value)}",
        };
        return $"cooling down since {CooldownEntry.Text(cooldown.Since)}, {until}: {cooldown.Cause}{evidence} of {cooldown.ReportedBy.Value} under {cooldown.Scope.Value}";
    }
}
