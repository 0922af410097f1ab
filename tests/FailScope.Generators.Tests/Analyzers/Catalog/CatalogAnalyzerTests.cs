using FailScope.Generators.Analyzers.Catalog;
using FailScope.Generators.Diagnostics;
using FailScope.Generators.Tests.Generation;

namespace FailScope.Generators.Tests.Analyzers.Catalog;

public sealed class CatalogAnalyzerTests
{
    [Fact]
    public Task Code_without_the_package_is_ignored() =>
        Analyzing<CatalogAnalyzer>.Run(
            """
            namespace Mine
            {
                class ModelCatalogAttribute : System.Attribute { }
                class ProviderAttribute(string endpoint) : System.Attribute { public string Endpoint => endpoint; }
                class Provider { }
                [ModelCatalog] static class Models { [Provider("nowhere")] public static Provider? P { get; } }
            }
            """,
            [],
            withPackage: false);

    [Fact]
    public Task A_catalog_type_of_another_library_is_ignored() =>
        Analyzing<CatalogAnalyzer>.ReportsNothing("""
            class ModelCatalogAttribute : System.Attribute { }
            class ProviderAttribute(string endpoint) : System.Attribute { public string Endpoint => endpoint; }
            class Provider { }
            [ModelCatalog] static class Models { [Provider("nowhere")] public static Provider? P { get; } }
            """);

    [Fact]
    public void The_example_catalog_has_no_warnings() =>
        Assert.DoesNotContain(CatalogAnalysis.Run(Sources.Founding), diagnostic => diagnostic.Severity >= Microsoft.CodeAnalysis.DiagnosticSeverity.Warning);

    [Fact]
    public void Problems_in_several_files_are_reported_at_their_locations()
    {
        Microsoft.CodeAnalysis.Diagnostic[] found = CatalogAnalysis.Run(
            "namespace App; partial class Models { [FailScope.FallbackChain(\"Nobody\")] public static partial FailScope.FallbackChain Chain { get; } }",
            "namespace App; using FailScope; [ModelCatalog] partial class Models { [Provider(\"nowhere\")] internal static partial Provider P { get; } }");

        Assert.Equal(
            [("/src/File0.cs", DiagnosticIds.UnknownReference), ("/src/File1.cs", DiagnosticIds.InvalidEndpoint)],
            found.Select(diagnostic => (diagnostic.Location.SourceTree!.FilePath, diagnostic.Id)));
    }

    [Fact]
    public void Every_catalog_of_a_project_is_analyzed() =>
        Assert.Equal(2, CatalogAnalysis.Run("using FailScope; [ModelCatalog] class One { } class Outer { [ModelCatalog] partial class Two { } }")
            .Count(diagnostic => diagnostic.Id == DiagnosticIds.CatalogClassShape));
}
