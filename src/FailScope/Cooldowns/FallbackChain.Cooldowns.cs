namespace FailScope;

public sealed partial class FallbackChain
{
    /// <summary>Starts a turn with the models that are not cooling down.</summary>
    /// <param name="cooldowns">The memory of earlier turns.</param>
    /// <param name="tenant">The tenant of the request; null if requests have no tenant.</param>
    /// <param name="required">What the request needs, as in <see cref="Start(ModelCapabilities)"/>.</param>
    /// <inheritdoc cref="ICooldowns.RemoveCooling" path="/returns"/>
    public FallbackState Start(ICooldowns cooldowns, string? tenant = null, ModelCapabilities required = ModelCapabilities.None)
    {
        ArgumentNullException.ThrowIfNull(cooldowns);
        return cooldowns.RemoveCooling(required == ModelCapabilities.None ? Start() : Start(required), tenant);
    }
}
