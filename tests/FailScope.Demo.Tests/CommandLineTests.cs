using FailScope.Demo.CommandLine;
using FailScope.Demo.Scenarios;

namespace FailScope.Demo.Tests;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("--markdwon", "'--markdown'")]
    [InlineData("--Scenario", "'--scenario'")]
    [InlineData("-list", "'--list'")]
    [InlineData("help", "'--help'")]
    [InlineData("--scenario=out-of-credits", "'out-of-credit'")]
    [InlineData("--scenario=credit", "'out-of-credit'")]
    [InlineData("--chain=Chatt", "'Chat'")]
    public async Task An_unknown_name_is_rejected_with_the_nearest_known_one(string argument, string nearest)
    {
        DemoRun run = await DemoRun.OfAsync(argument);
        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains($"Did you mean {nearest}?", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no argument 'xyz'. --help and --list show what there is.", "xyz")]
    [InlineData("There is no chain 'xyz'. --help and --list show what there is.", "--chain", "xyz")]
    [InlineData("--scenario needs a name. --list shows them.", "--scenario")]
    [InlineData("--chain needs a name. --list shows them.", "--chain", "--markdown")]
    [InlineData("--list takes no value.", "--list=all")]
    [InlineData("None of these scenarios uses any of these chains. --list shows the chain of each scenario.", "--scenario", "dead-key", "--chain", "Chat")]
    [InlineData("--live calls real models, but a scenario needs providers that fail on demand: choose one of the two.", "--live", "--scenario", "dead-key")]
    public async Task Invalid_arguments_are_rejected_with_one_line(string message, params string[] arguments)
    {
        DemoRun run = await DemoRun.OfAsync(arguments);
        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Equal(message + Environment.NewLine, run.Error);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("-?")]
    public async Task Help_names_every_argument(string argument)
    {
        DemoRun run = await DemoRun.OfAsync(argument);
        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.All(
            ["--scenario NAME", "--chain NAME", "--list", "--markdown", "--live", "--help"],
            name => Assert.Contains(name, run.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--list")]
    [InlineData("--list", "--markdown")]
    public async Task The_list_names_every_scenario_and_every_chain(params string[] arguments)
    {
        DemoRun run = await DemoRun.OfAsync(arguments);
        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.All(AllScenarios.InOrder, scenario => Assert.Contains(scenario.Name, run.Output, StringComparison.Ordinal));
        Assert.All(Models.Catalog.Chains, chain => Assert.Contains(chain.Name, run.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_single_scenario_can_be_played()
    {
        DemoRun run = await DemoRun.OfAsync("--scenario", "key-budget");
        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Contains("1/1 key-budget", run.Output, StringComparison.Ordinal);
        Assert.Contains("The scenario ended as expected", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("out-of-credit", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--chain", "team")]
    [InlineData("--chain=Team", "--markdown")]
    public async Task A_chain_is_shown_with_its_models_before_its_scenarios(params string[] arguments)
    {
        DemoRun run = await DemoRun.OfAsync(arguments);
        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Contains("TeamWallet", run.Output, StringComparison.Ordinal);
        Assert.Contains("key-budget", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("out-of-credit", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_may_be_given_several_times_and_ignore_case()
    {
        DemoOptions options = CommandLineParser.Parse(["--scenario", "DEAD-KEY", "--scenario=key-budget", "--chain", "assistant", "--chain=TEAM"]);
        Assert.Equal(["dead-key", "key-budget"], options.Chosen.Select(scenario => scenario.Name));
        Assert.Equal([Models.Assistant, Models.Team], options.Chains);
    }
}
