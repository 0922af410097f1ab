namespace FailScope.CodeFixes.Tests.Robustness;

/// <summary>What a mutant brought to light.</summary>
/// <param name="kind">What tells one bug from another: the exception and where it was thrown, or the compiler's error.</param>
/// <param name="detail">All that is known.</param>
internal sealed class MutantFailure(string kind, string detail) : Exception($"{kind}\n{detail}")
{
    internal string Kind { get; } = kind;

    /// <summary>An exception where there must be none; told apart by its type and the first method of ours.</summary>
    internal static MutantFailure Of(string where, Exception exception)
    {
        string text = exception.ToString();
        string? first = text.Split('\n').FirstOrDefault(line => line.Contains("at FailScope.", StringComparison.Ordinal) && !line.Contains(".Robustness.", StringComparison.Ordinal))?.Trim();
        return new MutantFailure($"{where}: {exception.GetType().Name} {first?[..Math.Min(first.Length, 120)]}", text);
    }
}
