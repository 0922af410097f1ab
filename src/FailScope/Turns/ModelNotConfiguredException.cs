namespace FailScope;

/// <summary>
/// A model cannot be called because there is no key for it, or because its client cannot be created: <see cref="FailureKind.NotConfigured"/>.
/// The turn then retires the models of the same credential and continues with the others.
/// </summary>
public sealed class ModelNotConfiguredException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="model">The model that cannot be called.</param>
    /// <param name="message">What is missing, without a secret; null for a default sentence that names the model and its credential.</param>
    /// <param name="innerException">The exception that prevented the client from being created, if there is one.</param>
    public ModelNotConfiguredException(Model model, string? message = null, Exception? innerException = null)
        : base(message ?? Describe(model ?? throw new ArgumentNullException(nameof(model))), innerException)
    {
        Model = model ?? throw new ArgumentNullException(nameof(model));
    }

    /// <summary>The model that cannot be called.</summary>
    public Model Model { get; }

    private static string Describe(Model model) =>
        $"The model {model} cannot be called: no client can be built for the credential '{model.Credential.Name}'.";
}
