namespace FailScope;

/// <summary>Declares a credential: one key at one provider. The key itself never stands in source code.</summary>
/// <param name="provider">The provider's property, as a <c>nameof</c>.</param>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class CredentialAttribute(string provider) : Attribute
{
    /// <summary>The name of the provider's property.</summary>
    public string Provider { get; } = provider;

    /// <summary>The name of the environment variable that holds the key.</summary>
    public string? EnvironmentVariable { get; set; }

    /// <summary>
    /// The billing account's property, as a <c>nameof</c>, where several credentials share one account. Without it the
    /// credential has an account of its own.
    /// </summary>
    public string? Account { get; set; }
}
