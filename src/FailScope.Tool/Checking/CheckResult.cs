using FailScope.Tool.Assemblies;

namespace FailScope.Tool.Checking;

/// <summary>What a check has to report.</summary>
/// <param name="Target">The project or the assembly, as it was given.</param>
/// <param name="Catalogs">The catalogs, with their chains.</param>
/// <param name="Lists">The price lists that models were compared with.</param>
/// <param name="Findings">What was found, by catalog and in the order of its members.</param>
internal sealed record CheckResult(string Target, IReadOnlyList<BuiltCatalog> Catalogs, IReadOnlyList<PriceList> Lists, IReadOnlyList<Finding> Findings);
