namespace FailScope.Package.Tests.Consumers;

[Collection<ConsumerCollection>]
public class TestDoublesConsumerTests(ConsumerWorkspace workspace)
{
    [Theory]
    [InlineData("net10.0")]
    [InlineData("net8.0")]
    public async Task A_project_that_installs_the_test_doubles_alone_tests_a_turn(string framework)
    {
        Consumer consumer = workspace.CreateConsumer()
            .WriteProject("App", $"{ConsumerSources.Console}<TargetFramework>{framework}</TargetFramework><LangVersion>13</LangVersion><UseAppHost>false</UseAppHost>", ConsumerSources.TestDoubles)
            .Write("App/Models.cs", ConsumerSources.Catalog())
            .Write("App/Program.cs", ConsumerSources.TestProgram);

        await consumer.BuildAsync("App");

        Assert.Equal(ConsumerSources.TestPrinted, await consumer.RunAsync("App", framework));
    }
}
