namespace FailScope.Generators.Diagnostics;

/// <summary>
/// Every diagnostic of the package, in one list: catalog rules are <c>FSC1xxx</c>, chain rules <c>FSC2xxx</c>, rules on the use
/// of keys, ids, prices and states <c>FSC3xxx</c>. A published id never changes its meaning.
/// </summary>
/// <remarks>A new rule needs, beside its descriptor, a page in <c>docs</c> and a row in <c>AnalyzerReleases.Unshipped.md</c>; tests check both.</remarks>
internal static partial class Descriptors
{
    private const string Pages = "https://github.com/failscope/failscope/blob/main/src/FailScope.Generators/docs/";

    private static string Page(string id) => Pages + id + ".md";
}
