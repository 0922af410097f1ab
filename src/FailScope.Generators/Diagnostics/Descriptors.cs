namespace FailScope.Generators.Diagnostics;

/// <summary>
/// All diagnostics of the package: <c>FSC1xxx</c> for catalogs, <c>FSC2xxx</c> for chains, <c>FSC3xxx</c> for the use of keys,
/// ids, prices and states, <c>FSC4xxx</c> for price lists. The meaning of a published id never changes.
/// </summary>
/// <remarks>A new rule also needs a page in <c>docs</c> and a row in <c>AnalyzerReleases.Unshipped.md</c>. Tests check
/// both.</remarks>
internal static partial class Descriptors
{
    private const string Pages = "https://github.com/failscope/failscope/blob/main/src/FailScope.Generators/docs/";

    private static string Page(string id) => Pages + id + ".md";
}
