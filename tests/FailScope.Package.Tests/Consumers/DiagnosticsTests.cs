using System.Text.RegularExpressions;
using FailScope.Package.Tests.Packing;

namespace FailScope.Package.Tests.Consumers;

/// <summary>What the analyzers of the package say in a build, at the severity that they have when nobody configured anything.</summary>
[Collection<ConsumerCollection>]
public partial class DiagnosticsTests(ConsumerWorkspace workspace)
{
    private const string WarningsAllowed = "<TreatWarningsAsErrors>false</TreatWarningsAsErrors>";

    [Fact]
    public async Task A_broken_promise_fails_the_build_and_a_free_variant_told_by_substring_is_warned_of()
    {
        Consumer consumer = workspace.CreateConsumer()
            .WriteProject("Lib", WarningsAllowed, ConsumerSources.Runtime)
            .Write("Lib/Models.cs", ConsumerSources.Catalog("Lib").Replace(", nameof(LlamaFree), Survives", ", Survives", StringComparison.Ordinal))
            .Write("Lib/Billing.cs", """
                namespace Lib;

                public static class Billing
                {
                    public static bool CostsNothing(string id) => id.Contains(":free");
                }
                """);

        CommandResult build = await consumer.TryBuildAsync("Lib");

        Assert.NotEqual(0, build.ExitCode);
        Assert.Equal(["error FSC2001 at Models.cs", "warning FSC3010 at Billing.cs"], Reported(build));
    }

    /// <summary>What is valid is generated all the same: the compiler has no error of its own, after which it would not run analyzers at all.</summary>
    [Fact]
    public async Task A_reference_to_nothing_is_one_clear_error()
    {
        Consumer consumer = workspace.CreateConsumer()
            .WriteProject("Lib", "", ConsumerSources.Runtime)
            .Write("Lib/Models.cs", ConsumerSources.Catalog("Lib").Replace("\"openai/gpt-5\", nameof(Main)", "\"openai/gpt-5\", \"Mian\"", StringComparison.Ordinal));

        CommandResult build = await consumer.TryBuildAsync("Lib");

        Assert.NotEqual(0, build.ExitCode);
        Assert.Equal(["error FSC1004 at Models.cs"], Reported(build));
    }

    /// <summary>C# 12 is the default of net8.0. The compiler stops before analyzers run, and its own words say what to do.</summary>
    [Fact]
    public async Task A_catalog_in_an_older_language_is_told_which_one_it_needs()
    {
        Consumer consumer = workspace.CreateConsumer()
            .WriteProject("Lib", "<TargetFramework>net8.0</TargetFramework>", ConsumerSources.Runtime)
            .Write("Lib/Models.cs", ConsumerSources.Catalog("Lib"));

        CommandResult build = await consumer.TryBuildAsync("Lib");

        Assert.NotEqual(0, build.ExitCode);
        Assert.Contains("error CS8703 at Models.cs", Reported(build));
        Assert.All(build.Lines.Where(line => line.Contains(": error ", StringComparison.Ordinal)), line => Assert.Contains("language version '13.0' or greater", line, StringComparison.Ordinal));
    }

    /// <summary>Each kind of diagnostic once for a file: a build prints it where it occurs and again in its summary.</summary>
    private static IEnumerable<string> Reported(CommandResult build) =>
        build.Lines.Select(line => Diagnostic().Match(line)).Where(match => match.Success)
            .Select(match => $"{match.Groups["severity"]} {match.Groups["id"]} at {match.Groups["file"]}")
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

    [GeneratedRegex(@"(?<file>\w+\.cs)\(\d+,\d+\): (?<severity>error|warning) (?<id>[A-Z]+\d+):")]
    private static partial Regex Diagnostic();
}
