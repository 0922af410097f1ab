using FailScope.Package.Tests.Packing;

namespace FailScope.Package.Tests.Contents;

/// <summary>
/// A compiler loads an analyzer assembly with its own copies of the references. If one reference is newer than the oldest supported
/// compiler's copy, or is missing there, the assembly is not loaded: no code is generated, and CS9057 or CS8032 is only a warning.
/// </summary>
public class AnalyzerReferencesTests(PackedPackages packed)
{
    /// <summary>The references of the compiler and the workspaces of Roslyn 4.8.0.</summary>
    private static readonly Dictionary<string, Version> Host = new(StringComparer.Ordinal)
    {
        ["netstandard"] = new(2, 0, 0, 0),
        ["Microsoft.CodeAnalysis"] = new(4, 8, 0, 0),
        ["Microsoft.CodeAnalysis.CSharp"] = new(4, 8, 0, 0),
        ["System.Collections.Immutable"] = new(7, 0, 0, 0),
        ["System.Memory"] = new(4, 0, 1, 2),
        ["System.Reflection.Metadata"] = new(7, 0, 0, 0),
        ["System.Runtime.CompilerServices.Unsafe"] = new(6, 0, 0, 0),
        ["System.Threading.Tasks.Extensions"] = new(4, 2, 0, 1),
    };

    /// <summary>
    /// Fixes are loaded by editors, which also have the workspaces. System.Composition is left out on purpose: editors use different versions,
    /// and a fix from a package does not need it, because it is created through its constructor and never shared through composition.
    /// </summary>
    private static readonly Dictionary<string, Version> Editor = new(Host, StringComparer.Ordinal)
    {
        ["FailScope.Generators"] = new(1, 0, 0, 0),
        ["Microsoft.CodeAnalysis.Workspaces"] = new(4, 8, 0, 0),
        ["Microsoft.CodeAnalysis.CSharp.Workspaces"] = new(4, 8, 0, 0),
    };

    [Fact]
    public void The_generator_references_nothing_newer_than_the_oldest_supported_compiler() => AssertKnown("FailScope.Generators.dll", Host);

    [Fact]
    public void The_code_fixes_reference_nothing_newer_than_the_oldest_supported_editor() => AssertKnown("FailScope.CodeFixes.dll", Editor);

    private void AssertKnown(string assembly, Dictionary<string, Version> known)
    {
        IReadOnlyDictionary<string, Version> references = packed.Package("FailScope").References($"analyzers/dotnet/cs/{assembly}");

        Assert.NotEmpty(references);
        Assert.DoesNotContain(references, reference => !known.TryGetValue(reference.Key, out Version? newest) || reference.Value > newest);
    }
}
