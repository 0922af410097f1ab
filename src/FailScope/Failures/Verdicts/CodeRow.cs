namespace FailScope;

/// <summary>One row of a table of codes.</summary>
/// <param name="Kind">What the code stands for.</param>
/// <param name="IsWeak">Whether it only restates a status, so that a sentence beside it counts more.</param>
/// <param name="Unless">Words beside the code that show that it does not mean what it says; null where there are none.</param>
internal readonly record struct CodeRow(FailureKind Kind, bool IsWeak = false, string? Unless = null)
{
    internal bool IsDenied(IReadOnlyList<StatedText> texts)
    {
        if (Unless is { } words)
        {
            foreach (StatedText text in texts)
            {
                if (text.Text.Contains(words, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
