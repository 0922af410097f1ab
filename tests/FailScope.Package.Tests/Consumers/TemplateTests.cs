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
        Consumer consumer = await NewProjectAsync();

        await consumer.BuildAsync(Name);

        string[] texts = TextsOf(consumer);
        Assert.Contains(texts, text => text.Contains("namespace Acme.Shop_2.Catalog;", StringComparison.Ordinal));
        Assert.DoesNotContain(texts, HasPlaceholder);
        Assert.DoesNotContain(texts, text => text.Contains("Tests", StringComparison.Ordinal));
    }

    [Fact]
    public async Task With_a_test_project_both_build_without_a_warning_and_its_tests_pass()
    {
        Consumer consumer = await NewProjectAsync("--include-tests");

        await consumer.BuildAsync(Name);
        await consumer.BuildAsync($"{Name}/{Name}.Tests");
        CommandResult tests = await Command.DotnetAsync(consumer.Folder, workspace.Environment, ["test", $"{Name}/{Name}.Tests", "--no-build"]);

        Assert.Matches(@"Passed!\s+- Failed:\s+0, Passed:\s+3, Skipped:\s+0, Total:\s+3", tests.Succeeded().Output);
        string[] texts = TextsOf(consumer);
        Assert.Contains(texts, text => text.Contains("namespace Acme.Shop_2.Tests;", StringComparison.Ordinal));
        Assert.DoesNotContain(texts, HasPlaceholder);
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

    private async Task<Consumer> NewProjectAsync(params string[] options)
    {
        Consumer consumer = workspace.CreateConsumer();
        await NewAsync(consumer, "install", $"FailScope.Templates@{packed.Version}");
        await NewAsync(consumer, ["failscope-api", "--name", Name, .. options]);
        return consumer;
    }

    private static string[] TextsOf(Consumer consumer) =>
        [.. consumer.FilesBelow(Name).Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal)).Select(File.ReadAllText)];

    private static bool HasPlaceholder(string text) =>
        text.Contains("FailScope.Samples", StringComparison.Ordinal) || text.Contains("FailScopeApi", StringComparison.Ordinal)
        || text.Contains("FAILSCOPE_", StringComparison.Ordinal) || text.Contains("_VERSION", StringComparison.Ordinal) || text.Contains("#if", StringComparison.Ordinal);

    private async Task NewAsync(Consumer consumer, params string[] arguments)
    {
        CommandResult result = await Command.DotnetAsync(
            consumer.Folder, workspace.Environment, ["new", .. arguments, "--debug:custom-hive", Path.Combine(consumer.Folder, "templates")]);
        result.Succeeded();
    }

    private static bool IsOnThePath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
