namespace FailScope.Package.Tests.Consumers;

[Collection<ConsumerCollection>]
public class ChatClientConsumerTests(ConsumerWorkspace workspace)
{
    [Theory]
    [InlineData("net10.0")]
    [InlineData("net8.0")]
    public async Task A_project_that_installs_the_chat_client_alone_has_the_generator_too(string framework)
    {
        Consumer consumer = workspace.CreateConsumer()
            .WriteProject("App", $"{ConsumerSources.Console}<TargetFramework>{framework}</TargetFramework><LangVersion>13</LangVersion><UseAppHost>false</UseAppHost>", ConsumerSources.ChatClient)
            .Write("App/Models.cs", ConsumerSources.Catalog())
            .Write("App/Program.cs", ConsumerSources.ChatProgram);

        await consumer.BuildAsync("App");

        Assert.Equal(ConsumerSources.ChatPrinted, await consumer.RunAsync("App", framework));
    }
}
