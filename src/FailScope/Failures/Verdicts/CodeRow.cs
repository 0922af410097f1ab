namespace FailScope;

/// <summary>One row of a table of codes.</summary>
/// <param name="Kind">What the code stands for.</param>
/// <param name="IsWeak">Whether it only restates a status, so that a sentence beside it counts more.</param>
/// <param name="Beside">Words beside the code that show that it means <paramref name="Otherwise"/> instead; null where there are none.</param>
/// <param name="Otherwise">What it means beside those words.</param>
internal readonly record struct CodeRow(
    FailureKind Kind, bool IsWeak = false, string? Beside = null, FailureKind Otherwise = FailureKind.Unknown)
{
    /// <summary>What the code means beside these sentences.</summary>
    internal FailureKind KindBeside(IReadOnlyList<StatedText> texts)
    {
        if (Beside is { } words)
        {
            foreach (StatedText text in texts)
            {
                if (text.Text.Contains(words, StringComparison.OrdinalIgnoreCase))
                {
                    return Otherwise;
                }
            }
        }

        return Kind;
    }
}
