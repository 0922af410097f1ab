namespace FailScope;

/// <summary>What a caller asks for, as far as it decides which models can be asked.</summary>
internal interface IClientRequest
{
    /// <summary>What the chain has for the request.</summary>
    /// <param name="core">The client.</param>
    /// <param name="required">What a model must be able to do.</param>
    FallbackState Start(FallbackCore core, out ModelCapabilities required);
}
