namespace FailScope.Package.Tests.Consumers;

/// <summary>Different project settings, with the same output for each.</summary>
[Collection<ConsumerCollection>]
public class ProjectShapeTests(ConsumerWorkspace workspace)
{
    private const string Emit = "<EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles><CompilerGeneratedFilesOutputPath>generated</CompilerGeneratedFilesOutputPath>";

    /// <summary>The folder is inside the project, so emitted files must not be compiled a second time.</summary>
    private const string NotCompiled = """<Compile Remove="generated/**" />""";

    [Fact]
    public async Task Nullable_and_implicit_usings_can_be_off()
    {
        Consumer consumer = workspace.CreateConsumer()
            .WriteProject("App", $"{ConsumerSources.Console}<Nullable>disable</Nullable><ImplicitUsings>disable</ImplicitUsings>", ConsumerSources.Runtime)
            .Write("App/Models.cs", ConsumerSources.Catalog())
            .Write("App/Program.cs", "using System;\n" + ConsumerSources.Program().Replace("Model?", "Model", StringComparison.Ordinal));

        await consumer.BuildAsync("App");

        Assert.Equal(ConsumerSources.Printed, await consumer.RunAsync("App"));
    }

    [Fact]
    public async Task All_analysis_rules_and_documentation_can_be_on()
    {
        Consumer consumer = workspace.CreateConsumer()
            .WriteProject("Lib", "<AnalysisMode>All</AnalysisMode><GenerateDocumentationFile>true</GenerateDocumentationFile>", ConsumerSources.Runtime)
            .Write("Lib/Models.cs", ConsumerSources.Catalog("Lib", "internal"));

        await consumer.BuildAsync("Lib");
    }

    [Fact]
    public async Task Package_versions_can_be_managed_centrally()
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
    public async Task Generated_files_can_be_emitted()
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
            // Even diagnostics that are only hints by default would be errors.
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

    /// <summary>Analyzers do not flow through a project reference by default: the app has the types and the tables, but no generator.</summary>
    [Fact]
    public async Task An_app_can_use_the_catalog_of_a_library()
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

    /// <summary>Both have internal catalogs with the same name in different namespaces, and one sees the internals of the other (CS0436).</summary>
    [Fact]
    public async Task Two_projects_with_catalogs_can_be_friends_of_each_other()
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
    public async Task The_same_sources_give_the_same_bytes_in_any_folder()
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
