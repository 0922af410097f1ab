using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace FailScope.CodeFixes.Tests;

/// <summary>What the sources under test compile against: .NET 10, and the package's runtime where the test wants it.</summary>
internal static class TestReferences
{
    /// <summary>Keeps the testing library from fetching reference assemblies of its own.</summary>
    internal static ReferenceAssemblies None { get; } = new("net10.0");

    private static MetadataReference Package { get; } = MetadataReference.CreateFromFile(typeof(IScopeKey).Assembly.Location);

    internal static IEnumerable<MetadataReference> Get(bool withPackage) =>
        withPackage ? [.. Net100.References.All, Package] : Net100.References.All;
}
