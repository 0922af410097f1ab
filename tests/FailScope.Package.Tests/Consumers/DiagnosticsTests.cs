using System.Text.RegularExpressions;
using FailScope.Package.Tests.Packing;

namespace FailScope.Package.Tests.Consumers;

/// <summary>The diagnostics of the package's analyzers in a build, with their default severity.</summary>
[Collection<ConsumerCollection>]
public partial class DiagnosticsTests(ConsumerWorkspace workspace)
{
    /// <summary>These are errors by default, because nobody should be able to build them.</summary>
    [Fact]
    public async Task The_mistakes_that_FailScope_was_made_for_do_not_build()
    {
        Consumer consumer = workspace.CreateConsumer()
            .WriteProject("Lib", "<TreatWarningsAsErrors>false</TreatWarningsAsErrors>", ConsumerSources.Runtime)
            .Write("Lib/Models.cs", ConsumerSources.Catalog("Lib").Replace(", nameof(LlamaFree), Survives", ", Survives", StringComparison.Ordinal))
            .Write("Lib/Free.cs", """
                namespace Lib;

                public static class Free
                {
                    public static bool CostsNothing(string id) => id.Contains(":free");
                }
                """)
            .Write("Lib/Dead.cs", """
                using FailScope;

                namespace Lib;

                public static class Dead
                {
                    public static bool IsDead([ScopeKey(ScopeKind.Credential)] string key) => key.Length == 0;

                    public static bool IsMainDead() => IsDead(Models.Main.CreditScope.Value);
                }
                """)
            .Write("Lib/Same.cs", """
                using FailScope;

                namespace Lib;

                public static class Same
                {
                    public static bool IsBroke(IScopeKey failed) => failed is CredentialScopeKey key && key.Value == Models.Main.CreditScope.Value;
                }
                """);

        CommandResult build = await consumer.TryBuildAsync("Lib");

        Assert.NotEqual(0, build.ExitCode);
        Assert.Equal(["error FSC2001 at Models.cs", "error FSC3001 at Dead.cs", "error FSC3002 at Same.cs", "error FSC3010 at Free.cs"], Reported(build));
    }

    /// <summary>Code is generated for the valid members, so the compiler has no error of its own, which would keep it from running analyzers.</summary>
    [Fact]
    public async Task An_unknown_reference_is_a_single_error()
    {
        Consumer consumer = workspace.CreateConsumer()
            .WriteProject("Lib", "", ConsumerSources.Runtime)
            .Write("Lib/Models.cs", ConsumerSources.Catalog("Lib").Replace("\"openai/gpt-5\", nameof(Main)", "\"openai/gpt-5\", \"Mian\"", StringComparison.Ordinal));

        CommandResult build = await consumer.TryBuildAsync("Lib");

        Assert.NotEqual(0, build.ExitCode);
        Assert.Equal(["error FSC1004 at Models.cs"], Reported(build));
    }

    /// <summary>C# 12 is the default of net8.0. The compiler stops before analyzers run, and its own message says what to do.</summary>
    [Fact]
    public async Task A_catalog_in_an_older_language_version_is_told_the_required_version()
    {
        Consumer consumer = workspace.CreateConsumer()
            .WriteProject("Lib", "<TargetFramework>net8.0</TargetFramework>", ConsumerSources.Runtime)
            .Write("Lib/Models.cs", ConsumerSources.Catalog("Lib"));

        CommandResult build = await consumer.TryBuildAsync("Lib");

        Assert.NotEqual(0, build.ExitCode);
        Assert.Contains("error CS8703 at Models.cs", Reported(build));
        Assert.All(build.Lines.Where(line => line.Contains(": error ", StringComparison.Ordinal)), line => Assert.Contains("language version '13.0' or greater", line, StringComparison.Ordinal));
    }

    /// <summary>Each kind of diagnostic once per file, because a build prints it where it occurs and again in its summary.</summary>
    private static IEnumerable<string> Reported(CommandResult build) =>
        build.Lines.Select(line => Diagnostic().Match(line)).Where(match => match.Success)
            .Select(match => $"{match.Groups["severity"]} {match.Groups["id"]} at {match.Groups["file"]}")
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

    [GeneratedRegex(@"(?<file>\w+\.cs)\(\d+,\d+\): (?<severity>error|warning) (?<id>[A-Z]+\d+):")]
    private static partial Regex Diagnostic();
}
