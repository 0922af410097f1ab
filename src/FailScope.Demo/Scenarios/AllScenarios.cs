namespace FailScope.Demo.Scenarios;

/// <summary>Everything that the demo plays, in the order in which it is told.</summary>
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
