namespace FailScope;

/// <summary>Declares a fallback chain: models in the order in which they are tried.</summary>
/// <param name="models">The models' properties, each as a <c>nameof</c>, each once.</param>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class FallbackChainAttribute(params string[] models) : Attribute
{
    /// <summary>The names of the models' properties.</summary>
    public IReadOnlyList<string> Models { get; } = models;

    /// <summary>The losses that the chain must survive, each one alone. The build fails if the chain would not survive one of them.</summary>
    public LossOf Survives { get; set; }

    /// <summary>The capabilities that every model of the chain must have.</summary>
    public ModelCapabilities Requires { get; set; }
}
