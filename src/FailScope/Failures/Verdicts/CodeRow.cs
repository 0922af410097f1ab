namespace FailScope;

/// <summary>One row of a table of codes.</summary>
/// <param name="Kind">The kind of failure that the code means.</param>
/// <param name="IsWeak">Whether the code only restates a status, so that a sentence in the same response takes precedence.</param>
/// <param name="Beside">If the response also contains these words, the code means <paramref name="Otherwise"/>; null if there are none.</param>
/// <param name="Otherwise">What the code means together with those words.</param>
internal readonly record struct CodeRow(
    FailureKind Kind, bool IsWeak = false, string? Beside = null, FailureKind Otherwise = FailureKind.Unknown)
{
    /// <summary>Whether the code says nothing if the response blames the request with a 4xx status.</summary>
    internal bool NotOnClientError { get; init; }

    /// <summary>What the code means together with these sentences.</summary>
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
