using FailScope.Package.Tests.Packing;

namespace FailScope.Package.Tests.Consumers;

/// <summary>The tool as users get it: installed from the packed file, and run by its command.</summary>
[Collection<ConsumerCollection>]
public class ToolTests(ConsumerWorkspace workspace, PackedPackages packed)
{
    private const string List = """
        {"data": [
          {"id": "acme/large", "context_length": 200000, "architecture": {"input_modalities": ["text"], "output_modalities": ["text"]},
           "pricing": {"prompt": "0.000003", "completion": "0.000015"}, "supported_parameters": ["tools"]},
          {"id": "zoo/parrot:free", "context_length": 32768, "architecture": {"input_modalities": ["text"], "output_modalities": ["text"]},
           "pricing": {"prompt": "0", "completion": "0"}, "supported_parameters": []}
        ]}
        """;

    [Fact]
    public async Task The_installed_tool_shows_its_help_and_writes_a_catalog_that_compiles()
    {
        Consumer consumer = workspace.CreateConsumer()
            .WriteProject("App", "", ConsumerSources.Runtime)
            .Write("list.json", List);
        CommandResult installed = await Command.DotnetAsync(
            consumer.Folder, workspace.Environment, "tool", "install", "FailScope.Tool", "--tool-path", "tools", "--version", packed.Version);
        Assert.SkipUnless(installed.ExitCode == 0 || !installed.Output.Contains("NU1301", StringComparison.Ordinal), "A package source of this machine does not answer, and 'dotnet tool install' asks them all.");
        installed.Succeeded();

        string help = (await RunAsync("--help")).Output;
        await RunAsync("new", "--from", "list.json", "--output", "App/Models.cs");
        await consumer.BuildAsync("App");
        string report = (await RunAsync("check", "App/bin/Debug/net10.0/App.dll", "--prices", "list.json")).Output;

        Assert.Contains("failscope new --from", help, StringComparison.Ordinal);
        Assert.Contains("No error and no warning.", report, StringComparison.Ordinal);

        async Task<CommandResult> RunAsync(params string[] arguments) =>
            (await Command.RunAsync(Path.Combine(consumer.Folder, "tools", OperatingSystem.IsWindows() ? "failscope.exe" : "failscope"), consumer.Folder, arguments, workspace.Environment)).Succeeded();
    }
}
