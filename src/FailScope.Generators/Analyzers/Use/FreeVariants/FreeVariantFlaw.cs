namespace FailScope.Generators.Analyzers.Use.FreeVariants;

/// <summary>What is wrong with a test for a free variant.</summary>
internal enum FreeVariantFlaw
{
    /// <summary>It finds the text anywhere in the id.</summary>
    Substring,

    /// <summary>It looks at the end, by the rules of a culture.</summary>
    Culture,

    /// <summary>It looks at the end, and misses other cases.</summary>
    Case,
}
