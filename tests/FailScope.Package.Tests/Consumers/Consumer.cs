using FailScope.Package.Tests.Packing;

namespace FailScope.Package.Tests.Consumers;

/// <summary>A folder of projects that use the packages like external users.</summary>
internal sealed class Consumer(ConsumerWorkspace workspace, string folder)
{
    internal string Folder => folder;

    /// <summary>Writes a file; the path is relative to the consumer's folder.</summary>
    internal Consumer Write(string path, string text)
    {
        string file = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return this;
    }

    /// <summary>Writes a project in its own folder, with <c>$(FailScope)</c> for the version under test.</summary>
    internal Consumer WriteProject(string name, string properties, string items) => Write(
        $"{name}/{name}.csproj",
        $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <FailScope>{workspace.Version}</FailScope>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <InvariantGlobalization>true</InvariantGlobalization>
            <SatelliteResourceLanguages>en</SatelliteResourceLanguages>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            {items}
          </ItemGroup>
        </Project>
        """);

    /// <summary>The files in a folder of the consumer and below; none if the folder does not exist.</summary>
    internal string[] FilesBelow(string path) =>
        Directory.Exists(Path.Combine(folder, path)) ? Directory.GetFiles(Path.Combine(folder, path), "*", SearchOption.AllDirectories) : [];

    /// <summary>Restores a project and its references. An editor needs no more to open it.</summary>
    internal async Task<CommandResult> RestoreAsync(string project) => (await DotnetAsync(["restore", $"{project}/{project}.csproj", "--tl:off", "-v:minimal"])).Succeeded();

    /// <summary>Restores and builds a project and its references. The caller must check the result.</summary>
    internal Task<CommandResult> TryBuildAsync(string project, params IEnumerable<string> arguments) => DotnetAsync(
        ["build", $"{project}/{Path.GetFileName(project)}.csproj", .. Quiet, .. arguments]);

    /// <summary>Restores and builds a project and its references. Every warning is an error.</summary>
    internal async Task<CommandResult> BuildAsync(string project, params IEnumerable<string> arguments) => (await TryBuildAsync(project, ["-warnaserror", .. arguments])).Succeeded();

    internal async Task<CommandResult> PublishAsync(string project, string output, params IEnumerable<string> arguments) => (await DotnetAsync(
        ["publish", $"{project}/{project}.csproj", "--configuration", "Release", "--output", output, "-warnaserror", .. Quiet, .. arguments])).Succeeded();

    /// <summary>The lines that a built project prints.</summary>
    internal async Task<string[]> RunAsync(string project, string targetFramework = "net10.0") =>
        (await DotnetAsync([$"{project}/bin/Debug/{targetFramework}/{project}.dll"])).Succeeded().Lines;

    /// <summary>The lines that a published program prints.</summary>
    internal async Task<string[]> RunPublishedAsync(string program) =>
        (await Command.RunAsync(Path.Combine(folder, program), folder, [], workspace.Environment)).Succeeded().Lines;

    private static string[] Quiet => ["-nodeReuse:false", "-p:UseSharedCompilation=false", "--tl:off", "-v:minimal"];

    private Task<CommandResult> DotnetAsync(IEnumerable<string> arguments) => Command.DotnetAsync(folder, workspace.Environment, arguments);
}
