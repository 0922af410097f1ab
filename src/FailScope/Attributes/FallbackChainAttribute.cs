namespace FailScope;

/// <summary>Declares a fallback chain: models in the order in which they are tried.</summary>
/// <param name="models">The models' properties, each as a <c>nameof</c>, each once.</param>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class FallbackChainAttribute(params string[] models) : Attribute
{
    /// <summary>The names of the models' properties.</summary>
    public IReadOnlyList<string> Models { get; } = models;

    /// <summary>The losses that the chain promises to survive, each one alone. The build fails where it would not.</summary>
    public LossOf Survives { get; set; }

    /// <summary>What every model of the chain must be able to do.</summary>
    public ModelCapabilities Requires { get; set; }
}
