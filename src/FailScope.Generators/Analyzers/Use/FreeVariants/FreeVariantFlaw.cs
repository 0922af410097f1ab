namespace FailScope.Generators.Analyzers.Use.FreeVariants;

/// <summary>What is wrong with a test for a free variant.</summary>
internal enum FreeVariantFlaw
{
    /// <summary>It finds the text anywhere in the id.</summary>
    Substring,

    /// <summary>It tests the end with a culture-sensitive comparison.</summary>
    Culture,

    /// <summary>It tests the end and is case-sensitive.</summary>
    Case,
}
