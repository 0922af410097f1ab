namespace FailScope;

/// <summary>Declares a provider: an endpoint that can be reached or not.</summary>
/// <param name="endpoint">The absolute http or https address under which the provider's API answers.</param>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class ProviderAttribute(string endpoint) : Attribute
{
    /// <summary>The absolute http or https address under which the provider's API answers.</summary>
    public string Endpoint { get; } = endpoint;
}
