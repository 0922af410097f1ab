namespace FailScope.Package.Tests.Consumers;

[Collection<ConsumerCollection>]
public class ConsoleConsumerTests(ConsumerWorkspace workspace)
{
    [Theory]
    [InlineData("net10.0", "14")]
    [InlineData("net8.0", "13")]
    public async Task A_console_project_builds_with_warnings_as_errors_and_runs(string framework, string language)
    {
        Consumer consumer = workspace.CreateConsumer()
            .WriteProject(
                "App",
                // The apphost of an older framework would be one more package to download, and is not tested here.
                $"{ConsumerSources.Console}<TargetFramework>{framework}</TargetFramework><LangVersion>{language}</LangVersion><UseAppHost>false</UseAppHost>",
                ConsumerSources.Runtime)
            .Write("App/Models.cs", ConsumerSources.Catalog())
            .Write("App/Program.cs", ConsumerSources.Program());

        await consumer.BuildAsync("App");

        Assert.Equal(ConsumerSources.Printed, await consumer.RunAsync("App", framework));
    }
}
