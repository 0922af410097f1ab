namespace FailScope.Package.Tests.Consumers;

/// <summary>Packages that depend on the runtime include the runtime and its generator.</summary>
[Collection<ConsumerCollection>]
public class SinglePackageConsumerTests(ConsumerWorkspace workspace)
{
    [Theory]
    [InlineData("net10.0")]
    [InlineData("net8.0")]
    public async Task A_project_that_installs_only_the_chat_client_has_the_generator_too(string framework) =>
        Assert.Equal(ConsumerSources.ChatPrinted, await PrintAsync(framework, ConsumerSources.ChatClient, ConsumerSources.ChatProgram));

    [Theory]
    [InlineData("net10.0")]
    [InlineData("net8.0")]
    public async Task A_project_that_installs_only_the_OpenAI_adapter_registers_a_chain_in_one_line(string framework) =>
        Assert.Equal(
            ConsumerSources.ServicePrinted,
            await PrintAsync(framework, ConsumerSources.OpenAIClient + """<PackageReference Include="Microsoft.Extensions.DependencyInjection" Version="10.0.14" />""", ConsumerSources.ServiceProgram));

    [Theory]
    [InlineData("net10.0")]
    [InlineData("net8.0")]
    public async Task A_project_that_installs_only_the_testing_package_tests_a_turn(string framework) =>
        Assert.Equal(ConsumerSources.TestPrinted, await PrintAsync(framework, ConsumerSources.TestDoubles, ConsumerSources.TestProgram));

    private async Task<string[]> PrintAsync(string framework, string packages, string program)
    {
        Consumer consumer = workspace.CreateConsumer()
            .WriteProject("App", $"{ConsumerSources.Console}<TargetFramework>{framework}</TargetFramework><LangVersion>13</LangVersion><UseAppHost>false</UseAppHost>", packages)
            .Write("App/Models.cs", ConsumerSources.Catalog())
            .Write("App/Program.cs", program);

        await consumer.BuildAsync("App");

        return await consumer.RunAsync("App", framework);
    }
}
