using System.Text.Json;
using System.Xml.Linq;
using FailScope.Package.Tests.Packing;

namespace FailScope.Package.Tests.Contents;

/// <summary>The bill of materials of a package lists its contents and its dependencies.</summary>
public class BillOfMaterialsTests(PackedPackages packed)
{
    public static TheoryData<string> Projects => [.. PackedPackages.Projects.Where(project => project is not ("FailScope.Templates" or "FailScope.Tool"))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Each_dependency_is_listed_with_its_version_for_its_target_framework(string project)
    {
        PackedFile package = packed.Package(project);
        foreach (XElement group in package.Child("dependencies")!.Elements())
        {
            string[] listed = [.. Components(package, group.Attribute("targetFramework")!.Value).Select(component => $"{component.GetProperty("name")} {component.GetProperty("version")}")];
            string[] missing = [.. group.Elements().Select(dependency => $"{dependency.Attribute("id")!.Value} {dependency.Attribute("version")!.Value}").Except(listed)];
            Assert.Empty(missing);
        }
    }

    [Fact]
    public void The_packages_that_the_tool_carries_are_listed_with_their_hashes()
    {
        JsonElement[] components = Components(packed.Package("FailScope.Tool"), "net10.0");

        Assert.Equal(
            ["FailScope", "Microsoft.CodeAnalysis.CSharp", "Microsoft.CodeAnalysis.Common", "Spectre.Console", "Spectre.Console.Ansi", "System.CommandLine", "YamlDotNet"],
            components.Select(component => component.GetProperty("name").GetString()).Order(StringComparer.Ordinal));
        Assert.All(
            components.Where(component => component.GetProperty("name").GetString() != "FailScope"),
            component => Assert.Matches("^[0-9A-F]{128}$", component.GetProperty("hashes")[0].GetProperty("content").GetString()));
    }

    [Fact]
    public void The_core_package_has_no_other_components() => Assert.Empty(Components(packed.Package("FailScope"), "net8.0"));

    private static JsonElement[] Components(PackedFile package, string framework)
    {
        JsonElement bill = JsonSerializer.Deserialize<JsonElement>(package.Read($"sbom/{framework}.cdx.json"));
        Assert.Equal("CycloneDX", bill.GetProperty("bomFormat").GetString());
        Assert.Equal(package["id"], bill.GetProperty("metadata").GetProperty("component").GetProperty("name").GetString());
        return [.. bill.GetProperty("components").EnumerateArray()];
    }
}
