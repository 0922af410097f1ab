using System.Xml.Linq;
using FailScope.Package.Tests.Packing;

namespace FailScope.Package.Tests.Contents;

public class SpecificationTests(PackedPackages packed)
{
    public static TheoryData<string> Projects => [.. PackedPackages.Projects];

    [Fact]
    public void The_core_package_has_no_dependencies() =>
        Assert.Equal(["net10.0: nothing", "net8.0: nothing"], packed.Package("FailScope").Dependencies);

    /// <summary>
    /// The analyzers and the generator of FailScope must also reach users who install only this package, so nothing is excluded.
    /// The last two dependencies are not used directly; central transitive pinning writes them.
    /// </summary>
    [Fact]
    public void The_chat_client_depends_on_the_runtime_with_its_generator_and_on_Microsoft_Extensions_AI() =>
        Assert.Equal(
            from framework in new[] { "net10.0", "net8.0" }
            from dependency in new[]
            {
                "FailScope without nothing",
                "Microsoft.Extensions.AI without Build,Analyzers",
                "Microsoft.Extensions.Configuration.Abstractions without Build,Analyzers",
                "Microsoft.Extensions.AI.Abstractions without Build,Analyzers",
                "System.Numerics.Tensors without Build,Analyzers",
            }
            select $"{framework}: {dependency}",
            packed.Package("FailScope.Extensions.AI").Dependencies);

    /// <summary>Only this package depends on OpenAI's library, so that users of other libraries do not get it.</summary>
    [Fact]
    public void The_OpenAI_adapter_depends_on_the_chat_client_and_the_library() =>
        Assert.All(
            from framework in new[] { "net10.0", "net8.0" }
            from dependency in new[] { "FailScope.Extensions.AI without nothing", "Microsoft.Extensions.AI.OpenAI without Build,Analyzers" }
            select $"{framework}: {dependency}",
            dependency => Assert.Contains(dependency, packed.Package("FailScope.Extensions.AI.OpenAI").Dependencies));

    [Fact]
    public void The_Redis_package_depends_on_the_core_and_the_client_library() =>
        Assert.All(
            from framework in new[] { "net10.0", "net8.0" }
            from dependency in new[] { "FailScope without nothing", "StackExchange.Redis without Build,Analyzers" }
            select $"{framework}: {dependency}",
            dependency => Assert.Contains(dependency, packed.Package("FailScope.Redis").Dependencies));

    /// <summary>ASP.NET Core is a framework that the application already references. The page does not require Microsoft.Extensions.AI.</summary>
    [Fact]
    public void The_AspNetCore_package_depends_only_on_the_core() =>
        Assert.Equal(["net10.0: FailScope without nothing", "net8.0: FailScope without nothing"], packed.Package("FailScope.AspNetCore").Dependencies);

    [Fact]
    public void The_testing_package_depends_only_on_the_core() =>
        Assert.Equal(["net10.0: FailScope without nothing", "net8.0: FailScope without nothing"], packed.Package("FailScope.Testing").Dependencies);

    [Theory]
    [MemberData(nameof(Projects))]
    public void The_package_has_a_license_expression_and_a_readme(string project)
    {
        PackedFile package = packed.Package(project);

        Assert.Equal("expression", package.Child("license")!.Attribute("type")!.Value);
        Assert.Equal("MIT", package["license"]);
        Assert.Equal("README.md", package["readme"]);
        Assert.NotEmpty(package["description"]!);
        Assert.NotEqual("Package Description", package["description"]);
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void The_package_names_its_repository(string project)
    {
        XElement repository = packed.Package(project).Child("repository")!;

        Assert.Equal("git", repository.Attribute("type")!.Value);
        Assert.Equal(packed.Package(project)["projectUrl"], repository.Attribute("url")!.Value);
    }

    /// <summary>With that flag, NuGet leaves out the compile asset, and generated code would use types that are not referenced.</summary>
    [Theory]
    [MemberData(nameof(Projects))]
    public void The_package_is_not_a_development_dependency(string project) => Assert.Null(packed.Package(project)["developmentDependency"]);
}
