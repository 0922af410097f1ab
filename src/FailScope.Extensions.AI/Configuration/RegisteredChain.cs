namespace FailScope;

/// <summary>A chain that a client is registered for.</summary>
internal sealed record RegisteredChain(FallbackChain Chain);
