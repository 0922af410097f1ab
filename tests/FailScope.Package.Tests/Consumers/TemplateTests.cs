using FailScope.Package.Tests.Packing;

namespace FailScope.Package.Tests.Consumers;

/// <summary>The template as users get it: installed from the packed file, in an empty folder.</summary>
[Collection<ConsumerCollection>]
public class TemplateTests(ConsumerWorkspace workspace, PackedPackages packed)
{
    /// <summary>A name that is not a valid namespace.</summary>
    private const string Name = "Acme.Shop-2";

    [Fact]
    public async Task A_new_project_uses_its_own_name_everywhere_and_builds_without_a_warning()
    {
        Consumer consumer = workspace.CreateConsumer();
        await NewAsync(consumer, "install", $"FailScope.Templates@{packed.Version}");
        await NewAsync(consumer, "failscope-api", "--name", Name);

        await consumer.BuildAsync(Name);

        string[] texts = [.. consumer.FilesBelow(Name).Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal)).Select(File.ReadAllText)];
        Assert.Contains(texts, text => text.Contains("namespace Acme.Shop_2.Catalog;", StringComparison.Ordinal));
        Assert.DoesNotContain(texts, text =>
            text.Contains("FailScope.Samples", StringComparison.Ordinal) || text.Contains("FailScopeApi", StringComparison.Ordinal) || text.Contains("FAILSCOPE_", StringComparison.Ordinal));
    }

    /// <summary>The script for readers runs the app that the template creates, with fake providers.</summary>
    [Fact]
    public async Task From_dotnet_new_to_a_fallback_takes_five_commands()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || !IsOnThePath("bash") || !IsOnThePath("curl"), "The script needs bash and curl.");

        CommandResult result = await Command.RunAsync("bash", RepositoryRoot.Path, ["src/Samples/five-commands.sh", "--feed", packed.Feed], new Dictionary<string, string>(StringComparer.Ordinal));

        string[] lines = result.Succeeded().Lines;
        Assert.Contains(lines, line => line.StartsWith("5. curl ", StringComparison.Ordinal));
        Assert.Contains("data: from the free model.", lines);
        Assert.Contains("data: openai/gpt-oss-20b:free", lines);
        Assert.Contains(lines, line =>
            line.StartsWith("1. Sonnet (anthropic/claude-sonnet-4.5): failed after ", StringComparison.Ordinal) && line.Contains(" ms: CreditExhausted", StringComparison.Ordinal));
    }

    private async Task NewAsync(Consumer consumer, params string[] arguments)
    {
        CommandResult result = await Command.DotnetAsync(
            consumer.Folder, workspace.Environment, ["new", .. arguments, "--debug:custom-hive", Path.Combine(consumer.Folder, "templates")]);
        result.Succeeded();
    }

    private static bool IsOnThePath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
