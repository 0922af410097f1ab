using FailScope.Demo.Playing;
using FailScope.Demo.Scenarios;
using FailScope.Demo.Turns;

namespace FailScope.Demo.Output;

/// <summary>Shows what the demo does.</summary>
internal interface IReport
{
    /// <summary>What there is to play.</summary>
    void List(IReadOnlyList<Scenario> scenarios, IReadOnlyList<FallbackChain> chains);

    /// <summary>The models of a chain, and which losses empty it.</summary>
    void Chain(FallbackChain chain);

    /// <summary>A scenario, played.</summary>
    /// <param name="number">Its number, from 1.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="result">What became of it.</param>
    void Scenario(int number, int count, ScenarioResult result);

    /// <summary>A turn with real models.</summary>
    void Turn(TurnResult turn, string question);

    /// <summary>Everything at a glance.</summary>
    void Summary(IReadOnlyList<ScenarioResult> results);
}
