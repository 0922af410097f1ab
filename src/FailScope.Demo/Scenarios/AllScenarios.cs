namespace FailScope.Demo.Scenarios;

/// <summary>All scenarios, in the order in which they are played.</summary>
internal static class AllScenarios
{
    internal static IReadOnlyList<Scenario> InOrder { get; } =
    [
        .. MoneyScenarios.All,
        .. AccessScenarios.All,
        .. ModelScenarios.All,
        .. RequestScenarios.All,
        .. StreamScenarios.All,
        .. WayScenarios.All,
        .. MemoryScenarios.All,
    ];
}
