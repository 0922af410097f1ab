using System.Collections.Immutable;
using System.Reflection;
using FailScope.Package.Tests.Consumers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.MSBuild;

namespace FailScope.Package.Tests.Editor.Fixes;

/// <summary>
/// Two consumers of the packed package, restored and opened as a Roslyn-based editor opens them. MSBuild determines the contents of a project,
/// and its analyzers, generator and fixes are loaded from its analyzer references, which are the assemblies in the package.
/// </summary>
public sealed class ProjectEditor(ConsumerWorkspace workspace) : IAsyncLifetime
{
    private MSBuildWorkspace? _workspace;
    private string? _whyNot;

    /// <summary>The projects as they are on disk. If this machine cannot open any project, the tests are skipped.</summary>
    internal Solution Solution
    {
        get
        {
            Assert.SkipWhen(_workspace is null, $"No project can be opened here with MSBuildWorkspace: {_whyNot}");
            return _workspace.CurrentSolution;
        }
    }

    internal Project App => Solution.Projects.Single(project => project.Name == "App");

    internal Project Library => Solution.Projects.Single(project => project.Name == "Library");

    /// <summary>The code fixes of the package.</summary>
    internal ImmutableArray<CodeFixProvider> Fixes =>
    [
        .. from reference in App.AnalyzerReferences.OfType<AnalyzerFileReference>()
           where Path.GetFileName(reference.FullPath).StartsWith("FailScope.", StringComparison.Ordinal)
           from type in reference.GetAssembly().GetTypes()
           where type.GetCustomAttribute<ExportCodeFixProviderAttribute>()?.Languages.Contains(LanguageNames.CSharp) == true
           orderby type.Name
           select (CodeFixProvider)Activator.CreateInstance(type)!,
    ];

    /// <summary>A readable record of what the fixes changed.</summary>
    internal Transcript Transcript { get; } = new();

    public async ValueTask InitializeAsync()
    {
        Consumer consumer = workspace.CreateConsumer().WriteProject("Empty", "", "");
        await consumer.RestoreAsync("Empty");
        _workspace = await TryOpenAsync(Path.Combine(consumer.Folder, "Empty", "Empty.csproj"));
        if (_workspace is not null)
        {
            await OpenAsync(_workspace, await RestoreAsync(workspace, "App"));
            await OpenAsync(_workspace, await RestoreAsync(workspace, "Library"));
        }
    }

    public ValueTask DisposeAsync()
    {
        if (_workspace is not null)
        {
            Transcript.Save("fixes");
            _workspace.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>A consumer with a price list, in its own folder.</summary>
    internal static Consumer Write(ConsumerWorkspace workspace, string name) => workspace.CreateConsumer()
        .WriteProject(name, "<FailScopePricesDate>2026-08-01</FailScopePricesDate>", ConsumerSources.Runtime + """<FailScopePrices Include="prices.json" Provider="OpenRouter=openrouter" />""")
        .Write($"{name}/prices.json", FixSamples.PriceList);

    /// <summary>Writes and restores a consumer. Returns its project file.</summary>
    internal static async Task<string> RestoreAsync(ConsumerWorkspace workspace, string name)
    {
        Consumer consumer = Write(workspace, name);
        await consumer.RestoreAsync(name);
        return Path.Combine(consumer.Folder, name, $"{name}.csproj");
    }

    /// <summary>Opens a project. A warning or error from MSBuild or Roslyn fails the test.</summary>
    internal static async Task<Project> OpenAsync(MSBuildWorkspace workspace, string projectFile)
    {
        var failures = new List<WorkspaceDiagnostic>();
        using WorkspaceEventRegistration registration = workspace.RegisterWorkspaceFailedHandler(failed => failures.Add(failed.Diagnostic));
        Project project = await workspace.OpenProjectAsync(projectFile, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Empty(failures);
        return project;
    }

    /// <summary>Opens a project without any package. Null if that fails, which means that the cause is this machine and not the package.</summary>
    private async Task<MSBuildWorkspace?> TryOpenAsync(string projectFile)
    {
        MSBuildWorkspace? opened = null;
        try
        {
            opened = MSBuildWorkspace.Create();
            await OpenAsync(opened, projectFile);
            return opened;
        }
        catch (Exception exception) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            opened?.Dispose();
            _whyNot = exception.Message;
            return null;
        }
    }
}
