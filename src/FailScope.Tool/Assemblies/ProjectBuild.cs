using System.Diagnostics;
using System.Text;
using System.Text.Json;
using FailScope.Tool.Lists;

namespace FailScope.Tool.Assemblies;

/// <summary>How to build a project before its assembly is read.</summary>
internal sealed record ProjectBuildOptions
{
    /// <summary>The build configuration; null for the project's default.</summary>
    internal string? Configuration { get; init; }

    /// <summary>The target framework; null if there is only one.</summary>
    internal string? Framework { get; init; }

    /// <summary>Whether to read the existing assembly without building.</summary>
    internal bool SkipsBuild { get; init; }
}

/// <summary>Builds a project, and asks MSBuild for the path of its assembly and its price lists.</summary>
internal static class ProjectBuild
{
    private const string ListItem = "FailScopePrices";

    /// <summary>The documented properties for comparing price lists.</summary>
    private static readonly string[] ListProperties = [ListInputs.DateProperty, "FailScopePricesTolerancePercent", "FailScopePricesMaxAgeDays"];

    internal static async Task<CatalogSource> RunAsync(string display, string project, ToolHost host, ProjectBuildOptions options, CancellationToken cancellationToken)
    {
        string[] common = [.. Property("Configuration", options.Configuration), .. Property("TargetFramework", options.Framework)];
        if (!options.SkipsBuild)
        {
            (int exitCode, string output) = await DotnetAsync(host, ["build", project, "-nologo", "-v:quiet", "--tl:off", .. common], cancellationToken);
            if (exitCode != 0)
            {
                throw ToolException.Unreadable($"{display} does not build:{Environment.NewLine}{Errors(output)}");
            }
        }

        string[] properties = [.. ListProperties.Concat(["TargetPath", "TargetFrameworks"]).Select(property => $"-getProperty:{property}")];
        (int queried, string answer) = await DotnetAsync(host, ["msbuild", project, "-nologo", .. properties, $"-getItem:{ListItem}", .. common], cancellationToken);
        if (queried != 0)
        {
            throw ToolException.Unreadable($"MSBuild cannot read {display}:{Environment.NewLine}{Errors(answer)}");
        }

        return ReadAnswer(answer, display);
    }

    private static CatalogSource ReadAnswer(string answer, string display)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(answer);
            JsonElement properties = document.RootElement.GetProperty("Properties");
            string assembly = Property("TargetPath");
            if (assembly.Length == 0)
            {
                throw ToolException.Usage($"{display} has several target frameworks ({Property("TargetFrameworks")}): choose one with --framework.");
            }

            return File.Exists(assembly)
                ? new CatalogSource(display, assembly)
                {
                    Lists = [.. document.RootElement.GetProperty("Items").GetProperty(ListItem).EnumerateArray().Select(ReadList)],
                    ListProperties = ListProperties.Where(property => Property(property).Length > 0).ToDictionary(property => property, Property),
                }
                : throw ToolException.Unreadable($"{display} has not been built: {assembly} does not exist.");

            string Property(string name) => properties.GetProperty(name).GetString()!;
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException)
        {
            throw ToolException.Unreadable($"the output of MSBuild for {display} cannot be read. The .NET SDK must be version 8 or later.");
        }
    }

    private static ListInput ReadList(JsonElement item) =>
        new(item.GetProperty("FullPath").GetString()!, item.TryGetProperty("Provider", out JsonElement provider) ? provider.GetString() ?? "" : "");

    private static string[] Property(string name, string? value) => value is null ? [] : [$"-p:{name}={value}"];

    private static string Errors(string output)
    {
        string[] lines = output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        string[] errors = [.. lines.Where(line => line.Contains("error", StringComparison.Ordinal)).Distinct().Take(20)];
        return string.Join(Environment.NewLine, errors.Length > 0 ? errors : lines.TakeLast(20));
    }

    private static async Task<(int ExitCode, string Output)> DotnetAsync(ToolHost host, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } dotnet ? dotnet : "dotnet", arguments)
        {
            WorkingDirectory = host.Directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };

        // No build server may outlive the tool and keep its output open. Messages must be in English, because they are searched for "error".
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment.Remove("MSBuildSDKsPath");
        start.Environment.Remove("MSBUILD_EXE_PATH");
        start.Environment.Remove("MSBuildExtensionsPath");

        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            throw ToolException.Unreadable($"cannot start dotnet, which builds projects: {exception.Message}");
        }

        Task<string> output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        Task<string> error = process.StandardError.ReadToEndAsync(cancellationToken);
        try
        {
            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode, await output + await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
