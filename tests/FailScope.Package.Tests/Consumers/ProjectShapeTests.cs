namespace FailScope.Package.Tests.Consumers;

/// <summary>The ways in which a project may be set up; what it prints is the same in each.</summary>
[Collection<ConsumerCollection>]
public class ProjectShapeTests(ConsumerWorkspace workspace)
{
    private const string Emit = "<EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles><CompilerGeneratedFilesOutputPath>generated</CompilerGeneratedFilesOutputPath>";

    /// <summary>The folder is inside the project: what is emitted must not be compiled a second time.</summary>
    private const string NotCompiled = """<Compile Remove="generated/**" />""";

    [Fact]
    public async Task Nullable_and_implicit_usings_may_be_off()
    {
        Consumer consumer = workspace.CreateConsumer()
            .WriteProject("App", $"{ConsumerSources.Console}<Nullable>disable</Nullable><ImplicitUsings>disable</ImplicitUsings>", ConsumerSources.Runtime)
            .Write("App/Models.cs", ConsumerSources.Catalog())
            .Write("App/Program.cs", "using System;\n" + ConsumerSources.Program().Replace("Model?", "Model", StringComparison.Ordinal));

        await consumer.BuildAsync("App");

        Assert.Equal(ConsumerSources.Printed, await consumer.RunAsync("App"));
    }

    [Fact]
    public async Task Every_analysis_rule_and_documentation_may_be_on()
    {
        Consumer consumer = workspace.CreateConsumer()
            .WriteProject("Lib", "<AnalysisMode>All</AnalysisMode><GenerateDocumentationFile>true</GenerateDocumentationFile>", ConsumerSources.Runtime)
            .Write("Lib/Models.cs", ConsumerSources.Catalog("Lib", "internal"));

        await consumer.BuildAsync("Lib");
    }

    [Fact]
    public async Task Versions_may_be_managed_centrally()
    {
        Consumer consumer = workspace.CreateConsumer()
            .WriteProject("App", ConsumerSources.Console, """<PackageReference Include="FailScope" />""")
            .Write("App/Models.cs", ConsumerSources.Catalog())
            .Write("App/Program.cs", ConsumerSources.Program())
            .Write("Directory.Packages.props", $"""
                <Project>
                  <PropertyGroup>
                    <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>
                    <CentralPackageTransitivePinningEnabled>true</CentralPackageTransitivePinningEnabled>
                  </PropertyGroup>
                  <ItemGroup>
                    <PackageVersion Include="FailScope" Version="{workspace.Version}" />
                  </ItemGroup>
                </Project>
                """);

        await consumer.BuildAsync("App");

        Assert.Equal(ConsumerSources.Printed, await consumer.RunAsync("App"));
    }

    [Fact]
    public async Task Generated_files_may_be_emitted()
    {
        Consumer consumer = workspace.CreateConsumer()
            .WriteProject("App", ConsumerSources.Console + Emit, ConsumerSources.Runtime + NotCompiled)
            .Write("App/Models.cs", ConsumerSources.Catalog())
            .Write("App/Program.cs", ConsumerSources.Program());

        await consumer.BuildAsync("App");
        await consumer.BuildAsync("App", "--no-incremental");

        Assert.Single(consumer.FilesBelow("App/generated/FailScope.Generators"));
        Assert.Equal(ConsumerSources.Printed, await consumer.RunAsync("App"));
    }

    [Fact]
    public async Task A_project_without_a_catalog_has_no_generated_file_and_no_diagnostic()
    {
        Consumer consumer = workspace.CreateConsumer()
            .WriteProject("App", ConsumerSources.Console + Emit, ConsumerSources.Runtime + NotCompiled)
            .Write("App/Program.cs", """Console.WriteLine("no catalog");""")
            // Even what is only a hint by default would be an error.
            .Write("App/.editorconfig", """
                root = true
                [*.cs]
                dotnet_analyzer_diagnostic.category-FailScope.Catalog.severity = error
                dotnet_analyzer_diagnostic.category-FailScope.Chains.severity = error
                dotnet_analyzer_diagnostic.category-FailScope.Use.severity = error
                """);

        string log = (await consumer.BuildAsync("App", "-v:normal")).Output;

        Assert.DoesNotContain("FSC", log, StringComparison.Ordinal);
        Assert.Empty(consumer.FilesBelow("App/generated/FailScope.Generators"));
        Assert.Equal(["no catalog"], await consumer.RunAsync("App"));
    }

    /// <summary>Analyzers do not flow through a project by default: the app has the types and the tables, and no generator of its own.</summary>
    [Fact]
    public async Task An_app_uses_the_catalog_of_its_library()
    {
        Consumer consumer = workspace.CreateConsumer()
            .WriteProject("Lib", "", ConsumerSources.Runtime)
            .Write("Lib/Models.cs", ConsumerSources.Catalog("Lib"))
            .WriteProject("App", ConsumerSources.Console + Emit, """<ProjectReference Include="../Lib/Lib.csproj" />""" + NotCompiled)
            .Write("App/Program.cs", ConsumerSources.Program("Lib"));

        await consumer.BuildAsync("App");

        Assert.Empty(consumer.FilesBelow("App/generated/FailScope.Generators"));
        Assert.Equal(ConsumerSources.Printed, await consumer.RunAsync("App"));
    }

    /// <summary>Both have internal catalogs of one name, in namespaces of their own, and one sees the internals of the other (CS0436).</summary>
    [Fact]
    public async Task Two_projects_with_catalogs_may_see_the_internals_of_each_other()
    {
        Consumer consumer = workspace.CreateConsumer()
            .WriteProject("Lib", "", ConsumerSources.Runtime + """<InternalsVisibleTo Include="App" />""")
            .Write("Lib/Models.cs", ConsumerSources.Catalog("Lib", "internal"))
            .WriteProject("App", ConsumerSources.Console, ConsumerSources.Runtime + """<ProjectReference Include="../Lib/Lib.csproj" />""")
            .Write("App/Models.cs", ConsumerSources.Catalog("App", "internal"))
            .Write("App/Program.cs", ConsumerSources.Program("App") + "\nConsole.WriteLine(Lib.Models.Main.CreditScope == App.Models.Main.CreditScope);\n");

        await consumer.BuildAsync("App");

        Assert.Equal(ConsumerSources.Printed.Append("False"), await consumer.RunAsync("App"));
    }

    [Fact]
    public async Task The_same_sources_make_the_same_bytes_in_any_folder()
    {
        string[] built = ["App/bin/Debug/net10.0/App.dll", "App/bin/Debug/net10.0/App.pdb"];
        List<byte[][]> outputs = [];
        foreach (string folder in new[] { "left", "a/longer/path" })
        {
            Consumer consumer = workspace.CreateConsumer(folder)
                .WriteProject("App", ConsumerSources.Console + "<Deterministic>true</Deterministic><PathMap>$(MSBuildProjectDirectory)=/app</PathMap>", ConsumerSources.Runtime)
                .Write("App/Models.cs", ConsumerSources.Catalog())
                .Write("App/Program.cs", ConsumerSources.Program());
            await consumer.BuildAsync("App");
            outputs.Add([.. built.Select(file => File.ReadAllBytes(Path.Combine(consumer.Folder, file)))]);
        }

        Assert.Equal(outputs[0], outputs[1]);
    }
}
