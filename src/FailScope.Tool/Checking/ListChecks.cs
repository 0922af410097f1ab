using FailScope.Tool.Assemblies;

namespace FailScope.Tool.Checking;

/// <summary>Compares the models of a catalog with what lists publish.</summary>
internal static class ListChecks
{
    internal static IEnumerable<Finding> Check(BuiltCatalog catalog, IReadOnlyList<PriceList> lists, DateTime day) => [];
}
