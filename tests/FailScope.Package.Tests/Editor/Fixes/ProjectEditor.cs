using System.Collections.Immutable;
using System.Reflection;
using FailScope.Package.Tests.Consumers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.MSBuild;

namespace FailScope.Package.Tests.Editor.Fixes;

/// <summary>
/// Two consumers of the packed package, restored and opened as an editor built on Roslyn opens them: MSBuild says what belongs to a project,
/// and its analyzers, generator and fixes are those of its own analyzer references, the assemblies in the package.
/// </summary>
public sealed class ProjectEditor(ConsumerWorkspace workspace) : IAsyncLifetime
{
    private MSBuildWorkspace? _workspace;
    private string? _whyNot;

    /// <summary>The projects as they are on the disk; the tests are skipped where no project at all can be opened.</summary>
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

    /// <summary>The fixes that the package brings.</summary>
    internal ImmutableArray<CodeFixProvider> Fixes =>
    [
        .. from reference in App.AnalyzerReferences.OfType<AnalyzerFileReference>()
           where Path.GetFileName(reference.FullPath).StartsWith("FailScope.", StringComparison.Ordinal)
           from type in reference.GetAssembly().GetTypes()
           where type.GetCustomAttribute<ExportCodeFixProviderAttribute>()?.Languages.Contains(LanguageNames.CSharp) == true
           orderby type.Name
           select (CodeFixProvider)Activator.CreateInstance(type)!,
    ];

    /// <summary>What the fixes changed, for a person to read.</summary>
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

    /// <summary>A consumer with a price list, in a folder of its own.</summary>
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

    /// <summary>Opens a project; whatever MSBuild or Roslyn has to say against it fails the test.</summary>
    internal static async Task<Project> OpenAsync(MSBuildWorkspace workspace, string projectFile)
    {
        var failures = new List<WorkspaceDiagnostic>();
        using WorkspaceEventRegistration registration = workspace.RegisterWorkspaceFailedHandler(failed => failures.Add(failed.Diagnostic));
        Project project = await workspace.OpenProjectAsync(projectFile, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Empty(failures);
        return project;
    }

    /// <summary>Opens a project without any package. Null where that fails: then this machine cannot do it, whatever is in our package.</summary>
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
