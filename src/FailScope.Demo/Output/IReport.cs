using FailScope.Demo.Playing;
using FailScope.Demo.Scenarios;
using FailScope.Demo.Turns;

namespace FailScope.Demo.Output;

/// <summary>Shows what the demo does.</summary>
internal interface IReport
{
    /// <summary>Lists the scenarios and chains.</summary>
    void List(IReadOnlyList<Scenario> scenarios, IReadOnlyList<FallbackChain> chains);

    /// <summary>Shows the models of a chain, and the losses after which none is left.</summary>
    void Chain(FallbackChain chain);

    /// <summary>Shows the result of a scenario.</summary>
    /// <param name="number">Its number, starting from 1.</param>
    /// <param name="count">The number of scenarios.</param>
    /// <param name="result">The result.</param>
    void Scenario(int number, int count, ScenarioResult result);

    /// <summary>Shows a turn with real models.</summary>
    void Turn(TurnResult turn, string question);

    /// <summary>Shows the results of all scenarios.</summary>
    void Summary(IReadOnlyList<ScenarioResult> results);
}
