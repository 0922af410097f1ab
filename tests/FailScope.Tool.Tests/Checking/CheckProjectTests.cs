namespace FailScope.Tool.Tests.Checking;

/// <summary>Building a project with the SDK is slow, so there is only one such test.</summary>
public class CheckProjectTests
{
    private const string Source = """
        using FailScope;

        [ModelCatalog]
        public static partial class Models
        {
            [Provider("https://openrouter.ai/api/v1")] public static partial Provider OpenRouter { get; }
            [Credential(nameof(OpenRouter))] public static partial Credential Main { get; }
            [Model("acme/large", nameof(Main))] public static partial Model Large { get; }
            [Model("zoo/parrot:free", nameof(Main))] public static partial Model Parrot { get; }
            [FallbackChain(nameof(Large), nameof(Parrot), Survives = LossOf.Credit)] public static partial FallbackChain Chat { get; }
        }
        """;

    [Fact]
    public async Task A_project_is_built_and_its_assembly_is_read()
    {
        using ToolRun tool = new ToolRun().Write("Shop.csproj", Project).Write("Models.cs", Source);

        Assert.Contains("has not been built", await tool.FailAsync(ExitCode.Unreadable, "check", "--no-build"), StringComparison.Ordinal);
        Assert.Contains("No error and no warning.", await tool.SucceedAsync("check", "Shop.csproj"), StringComparison.Ordinal);
        Assert.Contains("No error and no warning.", await tool.SucceedAsync("check", ".", "--no-build"), StringComparison.Ordinal);

        tool.Write("Models.cs", Source.Replace("Survives = LossOf.Credit", "Survives = LossOf.Credential", StringComparison.Ordinal));
        string error = await tool.FailAsync(ExitCode.Unreadable, "check", "Shop.csproj");
        Assert.Contains("does not build", error, StringComparison.Ordinal);
        Assert.Contains("FSC2001", error, StringComparison.Ordinal);
    }

    private static string Project => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <UseSharedCompilation>false</UseSharedCompilation>
          </PropertyGroup>
          <ItemGroup>
            <Reference Include="{typeof(FallbackChain).Assembly.Location}" />
            <Analyzer Include="{typeof(Generators.CatalogGenerator).Assembly.Location}" />
          </ItemGroup>
        </Project>
        """;
}
