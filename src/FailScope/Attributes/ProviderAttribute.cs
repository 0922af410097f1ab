namespace FailScope;

/// <summary>Declares a provider, which is one endpoint.</summary>
/// <param name="endpoint">The absolute http or https address of the provider's API.</param>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class ProviderAttribute(string endpoint) : Attribute
{
    /// <summary>The absolute http or https address of the provider's API.</summary>
    public string Endpoint { get; } = endpoint;
}
