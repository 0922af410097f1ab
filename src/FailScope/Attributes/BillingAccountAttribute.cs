namespace FailScope;

/// <summary>
/// Declares a billing account at a provider. Needed only if several credentials share one; a credential that names no account
/// has its own.
/// </summary>
/// <param name="provider">The provider's property, as a <c>nameof</c>.</param>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class BillingAccountAttribute(string provider) : Attribute
{
    /// <summary>The name of the provider's property.</summary>
    public string Provider { get; } = provider;
}
