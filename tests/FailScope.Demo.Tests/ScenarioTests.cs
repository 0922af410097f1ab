using FailScope.Demo.Playing;
using FailScope.Demo.Scenarios;
using FailScope.Demo.Turns;
using FailScope.Testing;

namespace FailScope.Demo.Tests;

public sealed class ScenarioTests : IDisposable
{
    private readonly FakeUpstream _upstream = new(Models.Catalog);

    public static TheoryData<string> Names => [.. AllScenarios.InOrder.Select(scenario => scenario.Name)];

    public void Dispose() => _upstream.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_scenario_has_its_expected_result(string name)
    {
        Assert.Empty((await PlayAsync(Find(name))).Differences);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_counted_calls_reach_the_server(string name)
    {
        Scenario scenario = Find(name);
        ScenarioResult result = await PlayAsync(scenario);
        int refused = result.Turn.Chain.Models.Count(model => model.Provider == scenario.Unreachable);
        Assert.Equal(result.Peer.Calls - refused, _upstream.Calls.Count);
    }

    [Fact]
    public async Task Out_of_credit_takes_two_calls_where_OrderedFailoverChatClient_takes_one_per_model()
    {
        ScenarioResult result = await PlayAsync(Find("out-of-credit"));
        Assert.Equal(2, result.Calls);
        Assert.Equal(4, result.Peer.Calls);
        Assert.Equal(Models.NemotronUltraFree, result.Turn.AnsweredBy);
        Assert.Equal(Models.NemotronUltraFree, result.Peer.Outcome.AnsweredBy);
        Assert.Equal([Models.Gpt56Terra, Models.Gemini36Flash], result.Turn.Attempts[0].Retired);
        Assert.Single(result.Turn.Chain.Models.Select(model => model.Credential).Distinct());
    }

    [Fact]
    public async Task The_exception_of_a_turn_without_credit_says_billing()
    {
        ScenarioResult result = await PlayAsync(Find("nothing-left"));
        Assert.Equal(Ending.Exhausted, result.Turn.Ending);
        Assert.Contains("billing", result.Turn.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_other_client_treats_an_error_inside_a_stream_as_a_response()
    {
        ScenarioResult result = await PlayAsync(Find("stream-error-first"));
        Assert.Equal("an empty answer, no error", result.Peer.Outcome.InWords);
        Assert.Equal(Models.Gpt54Mini, result.Turn.AnsweredBy);
    }

    [Fact]
    public async Task Text_of_a_broken_stream_is_not_shown_twice()
    {
        ScenarioResult result = await PlayAsync(Find("stream-cut-later"));
        Assert.Equal("The answer is", result.Turn.Text);
    }

    [Fact]
    public async Task Every_difference_from_the_expected_result_is_reported()
    {
        Scenario scenario = Find("out-of-credit");
        ScenarioResult result = await PlayAsync(scenario with
        {
            Expected =
            [
                ExpectedAttempt.Fails(nameof(Models.ClaudeSonnet5), FailureKind.RateLimited, nameof(Models.Gpt56Terra), nameof(Models.Gemini36Flash)),
                ExpectedAttempt.Fails(nameof(Models.NemotronUltraFree), FailureKind.CreditExhausted),
                ExpectedAttempt.Answers(nameof(Models.Gpt56Terra)),
            ],
            Ends = Ending.Exhausted,
            Calls = 3,
            PeerCalls = 3,
        });

        Assert.False(result.IsAsExpected);
        Assert.Equal(
            [
                "the turn should end as Exhausted, but ended as Answered",
                "attempt 1 should be: ClaudeSonnet5 fails with RateLimited and retires Gpt56Terra, Gemini36Flash; it was: ClaudeSonnet5 fails with CreditExhausted and retires Gpt56Terra, Gemini36Flash",
                "attempt 2 should be: NemotronUltraFree fails with CreditExhausted and retires no other; it was: NemotronUltraFree answers",
                "attempt 3 should be: Gpt56Terra answers; it was: nothing more",
                "the turn should make 3 upstream calls, but made 2",
                "OrderedFailoverChatClient should make 3 upstream calls, but made 4",
            ],
            result.Differences);
    }

    [Fact]
    public async Task Unexpected_retired_models_are_reported()
    {
        Scenario scenario = Find("out-of-credit");
        ScenarioResult result = await PlayAsync(scenario with
        {
            Expected = [ExpectedAttempt.Fails(nameof(Models.ClaudeSonnet5), FailureKind.CreditExhausted, nameof(Models.Gpt56Terra)), scenario.Expected[1]],
        });

        Assert.Single(result.Differences);
    }

    [Fact]
    public async Task An_unexpected_result_of_a_router_is_reported()
    {
        Scenario scenario = Find("outage");
        RouterPhase[] phases = [scenario.Phases[0] with { FailedCalls = 0 }, scenario.Phases[2]];
        ScenarioResult result = await PlayAsync(scenario with { Phases = phases, Calls = 7 });
        Assert.Equal(["router 1 (learns that the account is empty) should make 0 failing calls, but made 1"], result.Differences);
    }

    [Fact]
    public void Every_kind_of_failure_is_played_and_credit_fails_for_priced_and_free_models()
    {
        ExpectedAttempt[] failures = [.. AllScenarios.InOrder.SelectMany(scenario => scenario.Expected).Where(attempt => attempt.Kind is not null)];
        Assert.Equal(Enum.GetValues<FailureKind>().Order(), failures.Select(attempt => attempt.Kind!.Value).Distinct().Order());
        Assert.Equal(
            [false, true],
            failures.Where(attempt => attempt.Kind == FailureKind.CreditExhausted).Select(attempt => ModelOf(attempt).IsFree).Distinct().Order());

        static Model ModelOf(ExpectedAttempt attempt) => Models.Catalog.Models.Single(model => model.Name == attempt.Model);
    }

    [Fact]
    public void Every_way_is_played_on_every_chain()
    {
        Assert.Equal(Models.Catalog.Chains, Models.Catalog.Chains.Intersect(AllScenarios.InOrder.Select(scenario => scenario.Chain)));
        Assert.Equal(Enum.GetValues<Way>(), AllScenarios.InOrder.Select(scenario => scenario.Way).Distinct().Order());
    }

    [Fact]
    public void No_two_scenarios_have_the_same_name()
    {
        Assert.Equal(AllScenarios.InOrder.Count, AllScenarios.InOrder.DistinctBy(scenario => scenario.Name).Count());
    }

    private static Scenario Find(string name) => AllScenarios.InOrder.Single(scenario => scenario.Name == name);

    private async Task<ScenarioResult> PlayAsync(Scenario scenario)
    {
        using var player = new ScenarioPlayer(_upstream);
        return await player.PlayAsync(scenario, TestContext.Current.CancellationToken);
    }
}
