namespace FailScope;

/// <summary>Why a model of a chain was not called.</summary>
public enum SkipReason
{
    /// <summary>An earlier failure retired a scope that the model belongs to: the key, the money, the allowance or the provider.</summary>
    Scope = 0,

    /// <summary>The request was too long for another model, and this one's declared context window is not larger.</summary>
    ContextWindow,

    /// <summary>The model is known to lack a capability that the request needs.</summary>
    Capability,

    /// <summary>The request goes on with a conversation that a provider keeps under another key.</summary>
    Conversation,

    /// <summary>The turn made as many attempts as it may, see <see cref="FallbackOptions.MaxAttempts"/>.</summary>
    AttemptLimit,

    /// <summary>The turn's time was over, see <see cref="FallbackOptions.Timeout"/>.</summary>
    Deadline,

    /// <summary>The caller or an adapter ruled the model out before the first attempt, see <see cref="FallbackTurn.Exclude"/>.</summary>
    Excluded,

    /// <summary>A failure of an earlier turn keeps the model out, see <see cref="FallbackOptions.Cooldowns"/>.</summary>
    Cooldown,
}
