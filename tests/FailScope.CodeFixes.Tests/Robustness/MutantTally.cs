using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CodeFixes;

namespace FailScope.CodeFixes.Tests.Robustness;

/// <summary>Counts what a run covered. A run without any diagnostic or compilation would prove nothing.</summary>
internal sealed class MutantTally
{
    private int _sources;
    private int _compiled;

    internal ConcurrentDictionary<string, int> Diagnostics { get; } = new();

    internal ConcurrentDictionary<string, int> Fixes { get; } = new();

    /// <summary>The name of a fix for a rule, because some rules have two fixes.</summary>
    internal static string NameOf(CodeFixProvider fix, string id) => $"{id} {fix.GetType().Name}";

    internal void Add(bool compiled)
    {
        Interlocked.Increment(ref _sources);
        if (compiled)
        {
            Interlocked.Increment(ref _compiled);
        }
    }

    public override string ToString() => new StringBuilder()
        .Append(CultureInfo.InvariantCulture, $"{_sources:N0} sources, {_compiled:N0} of them compiled\n")
        .Append("Diagnostics: ").AppendJoin(", ", Diagnostics.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} {pair.Value}"))
        .Append("\nFixes applied: ").AppendJoin(", ", Fixes.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} {pair.Value}"))
        .ToString();
}
