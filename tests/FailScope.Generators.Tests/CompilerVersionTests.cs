using System.Reflection;

namespace FailScope.Generators.Tests;

/// <summary>One analyzer assembly is tested in several compiler versions. A dependency that raises the version would make all runs the same.</summary>
public class CompilerVersionTests
{
    [Theory]
    [InlineData(typeof(Microsoft.CodeAnalysis.Compilation))]
    [InlineData(typeof(Microsoft.CodeAnalysis.CSharp.CSharpCompilation))]
    public void The_tests_run_with_the_requested_compiler_version(Type part)
    {
        string asked = Assert.Single(typeof(CompilerVersionTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>(), item => item.Key == "RoslynVersion").Value!;

        Assert.Equal(asked, part.Assembly.GetName().Version!.ToString(3));
    }

    /// <summary>It must be compiled against the oldest compiler that may load it, whatever compiler runs these tests.</summary>
    [Fact]
    public void The_assembly_under_test_is_compiled_against_the_oldest_supported_compiler() =>
        Assert.All(
            typeof(CatalogGenerator).Assembly.GetReferencedAssemblies().Where(reference => reference.Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)),
            reference => Assert.Equal(new Version(4, 8, 0, 0), reference.Version));
}
