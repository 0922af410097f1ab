using System.Collections.Immutable;
using System.Reflection;
using FailScope.Generators;
using FailScope.Tool.Lists;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FailScope.Tool.Assemblies;

/// <summary>
/// Compiles declared catalogs again, with FailScope's own generator and analyzers. So what is free, what a chain survives and what
/// differs from a list is decided by the same code as in a build. The compiled source contains only the attributes of the
/// assembly.
/// </summary>
internal sealed class CatalogCompiler
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp13);

    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. typeof(CatalogGenerator).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    private readonly DeclarationPrinter _printer = new();
    private readonly Compilation _compilation;
    private readonly AnalyzerOptions _options;

    /// <param name="catalogs">The catalogs that the assembly declares.</param>
    /// <param name="lists">The price lists, and the settings for comparing them.</param>
    /// <param name="cancellationToken">The caller's own token.</param>
    internal CatalogCompiler(IEnumerable<DeclaredCatalog> catalogs, ListInputs lists, CancellationToken cancellationToken)
    {
        foreach (DeclaredCatalog catalog in catalogs)
        {
            _printer.Print(catalog);
        }

        _options = new AnalyzerOptions([.. lists.Texts], lists);
        Compilation compilation = CSharpCompilation.Create(
            "Declared",
            [CSharpSyntaxTree.ParseText(_printer.Source, ParseOptions, "declared.cs", cancellationToken: cancellationToken)],
            [.. References()],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver
            .Create([new CatalogGenerator().AsSourceGenerator()], lists.Texts, ParseOptions, lists)
            .RunGeneratorsAndUpdateCompilation(compilation, out _compilation, out _, cancellationToken);
    }

    /// <summary>Runs the analyzers. Returns each diagnostic with its catalog and member; there is no member for a problem of a list itself.</summary>
    internal async Task<IReadOnlyList<(Diagnostic Diagnostic, (string Catalog, string Member)? Place)>> AnalyzeAsync(CancellationToken cancellationToken)
    {
        ImmutableArray<Diagnostic> found = await _compilation.WithAnalyzers(Analyzers, _options).GetAnalyzerDiagnosticsAsync(cancellationToken);
        return
        [
            .. from diagnostic in found
               where diagnostic.Severity > DiagnosticSeverity.Hidden
               orderby diagnostic.Location.IsInSource descending, diagnostic.Location.GetLineSpan().StartLinePosition, diagnostic.Id
               select (diagnostic, diagnostic.Location.IsInSource ? _printer.At(diagnostic.Location.GetLineSpan().StartLinePosition.Line) : null),
        ];
    }

    /// <summary>Creates the catalogs as objects, as in an application.</summary>
    /// <exception cref="ToolException">The declarations are not a valid catalog.</exception>
    internal IReadOnlyList<ModelCatalog> Load(IEnumerable<DeclaredCatalog> catalogs, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream();
        Microsoft.CodeAnalysis.Emit.EmitResult emitted = _compilation.Emit(stream, cancellationToken: cancellationToken);
        if (!emitted.Success)
        {
            throw ToolException.Unreadable(
                $"the catalog of the assembly cannot be read. Was it built against a newer version of FailScope than this tool? {emitted.Diagnostics.First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).GetMessage(null)}");
        }

        Assembly assembly = Assembly.Load(stream.ToArray());
        return [.. catalogs.Select(catalog => (ModelCatalog)assembly.GetType(catalog.FullName, throwOnError: true)!.GetProperty("Catalog")!.GetValue(null)!)];
    }

    private static IEnumerable<MetadataReference> References()
    {
        string framework = (string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "";
        return framework.Split(Path.PathSeparator)
            .Where(file => Path.GetFileName(file) is "System.Private.CoreLib.dll" or "System.Runtime.dll" or "System.Collections.dll" or "System.Memory.dll")
            .Append(typeof(FallbackChain).Assembly.Location)
            .Select(file => MetadataReference.CreateFromFile(file));
    }
}
