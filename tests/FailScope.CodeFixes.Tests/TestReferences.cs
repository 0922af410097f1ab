using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace FailScope.CodeFixes.Tests;

/// <summary>The references of the sources under test: .NET 10, and the package's runtime if the test needs it.</summary>
internal static class TestReferences
{
    /// <summary>Keeps the testing library from downloading reference assemblies.</summary>
    internal static ReferenceAssemblies None { get; } = new("net10.0");

    private static MetadataReference Package { get; } = MetadataReference.CreateFromFile(typeof(IScopeKey).Assembly.Location);

    internal static IEnumerable<MetadataReference> Get(bool withPackage) =>
        withPackage ? [.. Net100.References.All, Package] : Net100.References.All;
}
