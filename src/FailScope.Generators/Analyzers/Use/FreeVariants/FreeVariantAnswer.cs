namespace FailScope.Generators.Analyzers.Use.FreeVariants;

/// <summary>How a test answers.</summary>
internal enum FreeVariantAnswer
{
    /// <summary>True when found.</summary>
    Boolean,

    /// <summary>A position, negative when not found.</summary>
    Position,
}
