namespace FailScope;

/// <summary>Declares a credential: one API key at one provider. The key itself is never written in source code.</summary>
/// <param name="provider">The provider's property, as a <c>nameof</c>.</param>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class CredentialAttribute(string provider) : Attribute
{
    /// <summary>The name of the provider's property.</summary>
    public string Provider { get; } = provider;

    /// <summary>The name of the environment variable that contains the key.</summary>
    public string? EnvironmentVariable { get; set; }

    /// <summary>
    /// The billing account's property, as a <c>nameof</c>, if several credentials share one account. If not set, the credential has
    /// its own account.
    /// </summary>
    public string? Account { get; set; }
}
