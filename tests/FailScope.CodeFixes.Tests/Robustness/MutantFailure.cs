namespace FailScope.CodeFixes.Tests.Robustness;

/// <summary>A bug that a mutant revealed.</summary>
/// <param name="kind">Identifies the bug: the exception and where it was thrown, or the compiler's error.</param>
/// <param name="detail">All details.</param>
internal sealed class MutantFailure(string kind, string detail) : Exception($"{kind}\n{detail}")
{
    internal string Kind { get; } = kind;

    /// <summary>An unexpected exception, identified by its type and the first method of our code.</summary>
    internal static MutantFailure Of(string where, Exception exception)
    {
        string text = exception.ToString();
        string? first = text.Split('\n').FirstOrDefault(line => line.Contains("at FailScope.", StringComparison.Ordinal) && !line.Contains(".Robustness.", StringComparison.Ordinal))?.Trim();
        return new MutantFailure($"{where}: {exception.GetType().Name} {first?[..Math.Min(first.Length, 120)]}", text);
    }
}
