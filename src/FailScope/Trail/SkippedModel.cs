namespace FailScope;

/// <summary>A model of a chain that was not called, and why.</summary>
public sealed class SkippedModel
{
    internal SkippedModel(Model model, SkipReason reason)
    {
        Model = model;
        Reason = reason;
    }

    /// <summary>The model that was passed over.</summary>
    public Model Model { get; }

    /// <summary>Why.</summary>
    public SkipReason Reason { get; }

    /// <summary>The scope that was retired, shared by this model and the one that failed; null unless that is the reason.</summary>
    public IScopeKey? Scope { get; internal init; }

    /// <summary>The attempt whose failure retired the model; null where no failure did.</summary>
    public FallbackAttempt? Since { get; internal init; }

    /// <summary>What the request needs and the model lacks; none unless that is the reason.</summary>
    public ModelCapabilities Lacks { get; internal init; }

    /// <summary>The model and the reason.</summary>
    public override string ToString() => $"{Model}: " + Reason switch
    {
        SkipReason.Scope => $"{Since!.Failure!.Kind} retired {Scope!.Value} at attempt {Since.Number}",
        SkipReason.ContextWindow => $"its context window is not larger than that of the model at attempt {Since!.Number}",
        SkipReason.Capability => $"lacks {Lacks}",
        SkipReason.Conversation => "the conversation is kept under another key",
        SkipReason.Excluded => "ruled out before the first attempt",
        SkipReason.AttemptLimit => "the turn had made all its attempts",
        _ => "the turn's time was over",
    };
}
