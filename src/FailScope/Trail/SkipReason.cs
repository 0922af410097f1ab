namespace FailScope;

/// <summary>Why a model of a chain was not called.</summary>
public enum SkipReason
{
    /// <summary>An earlier failure of the turn retired a scope of the model: its key, credit, quota or provider.</summary>
    Scope = 0,

    /// <summary>The request was too long for another model, and this one's declared context window is not larger.</summary>
    ContextWindow,

    /// <summary>The model is known to lack a capability that the request needs.</summary>
    Capability,

    /// <summary>The request continues a conversation that a provider stores under another API key.</summary>
    Conversation,

    /// <summary>The turn reached its maximum number of attempts, see <see cref="FallbackOptions.MaxAttempts"/>.</summary>
    AttemptLimit,

    /// <summary>The turn's time limit was reached, see <see cref="FallbackOptions.Timeout"/>.</summary>
    Deadline,

    /// <summary>The caller or an adapter excluded the model before the first attempt, see <see cref="FallbackTurn.Exclude"/>.</summary>
    Excluded,

    /// <summary>The model is cooling down after a failure of an earlier turn, see <see cref="FallbackOptions.Cooldowns"/>.</summary>
    Cooldown,
}
