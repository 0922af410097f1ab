using System.Collections.Immutable;
using FailScope.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FailScope.Docs.Tests;

/// <summary>The code in the guides compiles, with the generator and the analyzers, and has exactly the errors that the guides declare.</summary>
public sealed class SnippetTests
{
    // A snippet is only part of a program, with unused variables, unused functions, and code after a return.
    private static readonly string[] OfAPiece = ["CS0162", "CS0168", "CS0219", "CS1998", "CS8321"];

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. typeof(CatalogGenerator).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    public static TheoryData<string> Snippets => [.. Pages.All.SelectMany(Snippet.ReadAll).Select(snippet => snippet.ToString())];

    [Theory]
    [MemberData(nameof(Snippets))]
    public async Task A_snippet_compiles_with_exactly_the_errors_that_it_shows(string place)
    {
        Snippet snippet = Pages.All.SelectMany(Snippet.ReadAll).Single(snippet => snippet.ToString() == place);
        var options = new CSharpParseOptions(LanguageVersion.CSharp13);
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Snippet",
            [CSharpSyntaxTree.ParseText(ImplicitUsings, options, cancellationToken: TestContext.Current.CancellationToken), CSharpSyntaxTree.ParseText(snippet.ToSource(), options, snippet.Page, cancellationToken: TestContext.Current.CancellationToken)],
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create([new CatalogGenerator().AsSourceGenerator()], parseOptions: options)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation generated, out _, TestContext.Current.CancellationToken);

        ImmutableArray<Diagnostic> diagnostics = await generated.WithAnalyzers(Analyzers).GetAllDiagnosticsAsync(TestContext.Current.CancellationToken);

        string[] found = [.. diagnostics
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !OfAPiece.Contains(diagnostic.Id))
            .Select(diagnostic => $"{diagnostic.Location.GetMappedLineSpan().StartLinePosition.Line + 1}: {diagnostic.Id}")];
        string all = string.Join('\n', diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        Assert.True(snippet.ExpectedErrors.Order().SequenceEqual(found.Order()), $"{place}: expected {string.Join(", ", snippet.ExpectedErrors)}, found:\n{all}");
    }

    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;
}
