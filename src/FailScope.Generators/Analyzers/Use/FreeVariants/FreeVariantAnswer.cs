namespace FailScope.Generators.Analyzers.Use.FreeVariants;

/// <summary>The result of a test.</summary>
internal enum FreeVariantAnswer
{
    /// <summary>True when found.</summary>
    Boolean,

    /// <summary>A position, negative when not found.</summary>
    Position,
}
