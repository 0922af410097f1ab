using System.Reflection;

namespace FailScope.CodeFixes.Tests;

/// <summary>One analyzer assembly is tested inside several compilers. A dependency that lifts the compiler's version would make the runs the same.</summary>
public class CompilerVersionTests
{
    [Theory]
    [InlineData(typeof(Microsoft.CodeAnalysis.Compilation))]
    [InlineData(typeof(Microsoft.CodeAnalysis.CSharp.CSharpCompilation))]
    [InlineData(typeof(Microsoft.CodeAnalysis.CodeFixes.CodeFixProvider))]
    public void The_compiler_that_runs_is_the_one_that_was_asked_for(Type part)
    {
        string asked = Assert.Single(typeof(CompilerVersionTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>(), item => item.Key == "RoslynVersion").Value!;

        Assert.Equal(asked, part.Assembly.GetName().Version!.ToString(3));
    }

    /// <summary>Compiled against the oldest compiler that may load it, whatever compiler it runs in here.</summary>
    [Fact]
    public void The_assembly_under_test_was_compiled_against_the_oldest_compiler() =>
        Assert.All(
            typeof(FailScopeCodeFixProvider).Assembly.GetReferencedAssemblies().Where(reference => reference.Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)),
            reference => Assert.Equal(new Version(4, 8, 0, 0), reference.Version));
}
