using System.Xml.Linq;
using FailScope.Package.Tests.Packing;

namespace FailScope.Package.Tests.Contents;

public class SpecificationTests(PackedPackages packed)
{
    public static TheoryData<string> Projects => [.. PackedPackages.Projects];

    [Fact]
    public void The_runtime_depends_on_nothing() =>
        Assert.Equal(["net10.0: nothing", "net8.0: nothing"], packed.Package("FailScope").Dependencies);

    /// <summary>
    /// The analyzers and the generator of FailScope must reach whoever installs only this package: nothing of it is excluded.
    /// The last two are not used directly; central transitive pinning writes what it pins.
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

    /// <summary>Who uses another library's clients does not get OpenAI's: this package alone brings it.</summary>
    [Fact]
    public void The_clients_over_OpenAIs_library_depend_on_the_chat_client_and_on_the_library() =>
        Assert.All(
            from framework in new[] { "net10.0", "net8.0" }
            from dependency in new[] { "FailScope.Extensions.AI without nothing", "Microsoft.Extensions.AI.OpenAI without Build,Analyzers" }
            select $"{framework}: {dependency}",
            dependency => Assert.Contains(dependency, packed.Package("FailScope.Extensions.AI.OpenAI").Dependencies));

    [Fact]
    public void The_sharing_through_Redis_depends_on_the_runtime_and_on_the_client_library() =>
        Assert.All(
            from framework in new[] { "net10.0", "net8.0" }
            from dependency in new[] { "FailScope without nothing", "StackExchange.Redis without Build,Analyzers" }
            select $"{framework}: {dependency}",
            dependency => Assert.Contains(dependency, packed.Package("FailScope.Redis").Dependencies));

    /// <summary>ASP.NET Core is a framework that the application has anyway. Who calls models by hand needs no Microsoft.Extensions.AI for the page.</summary>
    [Fact]
    public void The_status_page_depends_on_the_runtime_alone() =>
        Assert.Equal(["net10.0: FailScope without nothing", "net8.0: FailScope without nothing"], packed.Package("FailScope.AspNetCore").Dependencies);

    [Fact]
    public void The_test_doubles_depend_on_the_runtime_alone() =>
        Assert.Equal(["net10.0: FailScope without nothing", "net8.0: FailScope without nothing"], packed.Package("FailScope.Testing").Dependencies);

    [Theory]
    [MemberData(nameof(Projects))]
    public void The_licence_is_an_expression_and_the_readme_is_named(string project)
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
    public void The_repository_is_named(string project)
    {
        XElement repository = packed.Package(project).Child("repository")!;

        Assert.Equal("git", repository.Attribute("type")!.Value);
        Assert.Equal(packed.Package(project)["projectUrl"], repository.Attribute("url")!.Value);
    }

    /// <summary>The flag makes NuGet leave out the compile asset: the generated code would name types that nobody references.</summary>
    [Theory]
    [MemberData(nameof(Projects))]
    public void The_package_is_no_development_dependency(string project) => Assert.Null(packed.Package(project)["developmentDependency"]);
}
