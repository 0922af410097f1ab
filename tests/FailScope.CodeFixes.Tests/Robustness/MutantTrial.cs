using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using Basic.Reference.Assemblies;
using FailScope.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace FailScope.CodeFixes.Tests.Robustness;

/// <summary>Runs the generator, every analyzer and every fix on mutants. References and the empty project are created once.</summary>
internal sealed class MutantTrial : IDisposable
{
    private const string MissingImplementation = "CS9248";

    /// <summary>Fixes are applied to one of this many sources.</summary>
    private const uint FixEvery = 5;

    /// <summary>The references that the sources need. All of .NET would be bound again for every project.</summary>
    private static readonly MetadataReference[] References =
    [
        Net100.References.SystemRuntime, Net100.References.SystemCollections, Net100.References.SystemLinq, Net100.References.SystemLinqExpressions, Net100.References.SystemLinqQueryable,
        Net100.References.SystemMemory, Net100.References.SystemTextRegularExpressions, Net100.References.SystemThreading, Net100.References.MicrosoftCSharp,
        MetadataReference.CreateFromFile(typeof(IScopeKey).Assembly.Location),
    ];

    private readonly AdhocWorkspace _workspace = new();
    private readonly ConcurrentDictionary<(LanguageVersion, NullableContextOptions), Task<Project>> _projects = new();

    internal static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } = Instances<DiagnosticAnalyzer>(typeof(CatalogGenerator).Assembly);

    internal static ImmutableArray<CodeFixProvider> Fixes { get; } = Instances<CodeFixProvider>(typeof(FailScopeCodeFixProvider).Assembly);

    internal MutantTally Tally { get; } = new();

    public void Dispose() => _workspace.Dispose();

    /// <summary>Throws a <see cref="MutantFailure"/> for any unexpected result.</summary>
    internal async Task RunAsync(Mutant mutant, CancellationToken cancellationToken)
    {
        Project project = await OpenAsync(mutant);
        Compilation input = (await project.GetCompilationAsync(cancellationToken))!;
        project = Generate(project, input, mutant.Prices, cancellationToken);
        Compilation output = (await project.GetCompilationAsync(cancellationToken))!;
        ImmutableArray<Diagnostic> found = await AnalyzeAsync(output, mutant.Prices, cancellationToken);
        Diagnostic[] errors = [.. found.Where(IsCompilerError)];
        Diagnostic[] ours = [.. found.Where(diagnostic => diagnostic.Id.StartsWith("FSC", StringComparison.Ordinal))];

        // A price list finding changes no code, so it does not excuse a compiler error.
        bool isSound = !ours.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && !diagnostic.Id.StartsWith("FSC4", StringComparison.Ordinal));
        foreach (Diagnostic diagnostic in ours)
        {
            Tally.Diagnostics.AddOrUpdate(diagnostic.Id, 1, (_, count) => count + 1);
        }

        Tally.Add(compiled: errors.Length == 0);
        if (errors.Length > 0 && !HasOwnErrors(input, cancellationToken))
        {
            // A member that the rules reject may have no body, but generated code must always be valid C#.
            Diagnostic? unexpected = errors.FirstOrDefault(error => isSound || error.Location.SourceTree is not { } tree || !input.ContainsSyntaxTree(tree) && output.ContainsSyntaxTree(tree) && IsGenerated(tree));
            if (unexpected is not null)
            {
                throw new MutantFailure($"output: {unexpected.Id}", string.Join("\n", errors.Concat(ours)) + "\n" + Generated(output));
            }
        }

        // A fix costs several times as much as everything else.
        if (mutant.Seed % FixEvery == 0)
        {
            await FixAsync(project, mutant.Prices, ours, errors.Length == 0, new Random((int)(mutant.Seed / FixEvery)), cancellationToken);
        }
    }

    private static bool IsGenerated(SyntaxTree tree) => tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal);

    private static string Generated(Compilation output) => string.Join("\n", output.SyntaxTrees.Where(IsGenerated).Select(tree => tree.ToString()));

    private static bool IsCompilerError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Id.StartsWith("CS", StringComparison.Ordinal);

    private static ImmutableArray<T> Instances<T>(Assembly assembly) =>
        [.. assembly.GetTypes().Where(type => type is { IsAbstract: false } && typeof(T).IsAssignableFrom(type)).OrderBy(type => type.Name, StringComparer.Ordinal).Select(type => (T)Activator.CreateInstance(type)!)];

    private async Task<Project> OpenAsync(Mutant mutant)
    {
        Project project = await _projects.GetOrAdd((mutant.Language, mutant.Nullable), key => CreateAsync(key.Item1, key.Item2));
        for (int i = 0; i < mutant.Files.Count; i++)
        {
            project = project.AddDocument($"File{i}.cs", SourceText.From(mutant.Files[i]), filePath: $"/src/File{i}.cs").Project;
        }

        return project;
    }

    /// <summary>An empty project that has been compiled, so that references are not bound again for each source.</summary>
    private async Task<Project> CreateAsync(LanguageVersion language, NullableContextOptions nullable)
    {
        Project project = _workspace.CurrentSolution
            .AddProject("Consumer", "Consumer", LanguageNames.CSharp)
            .WithMetadataReferences(References)
            .WithParseOptions(new CSharpParseOptions(language))
            .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: nullable));
        (await project.GetCompilationAsync())!.GetDiagnostics();
        return project;
    }

    private static Project Generate(Project project, Compilation input, MutantPrices prices, CancellationToken cancellationToken)
    {
        GeneratorRunResult result = CSharpGeneratorDriver
            .Create([new CatalogGenerator().AsSourceGenerator()], prices.Files, optionsProvider: prices, parseOptions: (CSharpParseOptions)project.ParseOptions!)
            .RunGenerators(input, cancellationToken)
            .GetRunResult()
            .Results[0];
        if (result.Exception is { } exception)
        {
            throw MutantFailure.Of("generator", exception);
        }

        if (result.Diagnostics is [var diagnostic, ..])
        {
            throw new MutantFailure($"generator: {diagnostic.Id}", diagnostic.ToString());
        }

        foreach (GeneratedSourceResult source in result.GeneratedSources)
        {
            project = project.AddDocument(source.HintName, source.SourceText, filePath: "/generated/" + source.HintName).Project;
        }

        return project;
    }

    private static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Compilation compilation, MutantPrices prices, CancellationToken cancellationToken)
    {
        MutantFailure? failure = null;
        var options = new CompilationWithAnalyzersOptions(
            prices.Options,
            (exception, analyzer, _) => failure = MutantFailure.Of(analyzer.GetType().Name, exception),
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false);
        ImmutableArray<Diagnostic> found = await new CompilationWithAnalyzers(compilation, Analyzers, options).GetAllDiagnosticsAsync(cancellationToken);
        return failure is null ? found : throw failure;
    }

    /// <summary>Whether the compiler reports anything other than the missing generated implementations.</summary>
    private static bool HasOwnErrors(Compilation input, CancellationToken cancellationToken) =>
        input.GetDiagnostics(cancellationToken).Any(diagnostic => IsCompilerError(diagnostic) && !(diagnostic.Id == MissingImplementation && IsMember(diagnostic, input, cancellationToken)));

    private static bool IsMember(Diagnostic diagnostic, Compilation input, CancellationToken cancellationToken) =>
        diagnostic.Location.SourceTree is { } tree
        && tree.GetRoot(cancellationToken).FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<PropertyDeclarationSyntax>() is { } property
        && input.GetSemanticModel(tree).GetDeclaredSymbol(property, cancellationToken) is { } symbol
        && symbol.GetAttributes().Any(attribute => attribute.AttributeClass is { ContainingNamespace: { Name: nameof(FailScope), ContainingNamespace.IsGlobalNamespace: true } });

    /// <summary>Plans every fix, applies one of each kind, and then all of each kind at once.</summary>
    private async Task FixAsync(Project project, MutantPrices prices, Diagnostic[] found, bool compiled, Random random, CancellationToken cancellationToken)
    {
        foreach (CodeFixProvider fix in Fixes)
        {
            foreach (IGrouping<SyntaxTree, Diagnostic> file in found.Where(diagnostic => fix.FixableDiagnosticIds.Contains(diagnostic.Id)).GroupBy(diagnostic => diagnostic.Location.SourceTree!))
            {
                Document document = project.GetDocument(file.Key)!;
                var offered = new List<(Diagnostic Diagnostic, CodeAction Action)>();
                foreach (Diagnostic diagnostic in file)
                {
                    await Guard(fix, () => fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => offered.Add((diagnostic, action)), cancellationToken)));
                }

                if (offered.Count == 0)
                {
                    continue;
                }

                (Diagnostic chosen, CodeAction one) = offered[random.Next(offered.Count)];
                Tally.Fixes.AddOrUpdate(MutantTally.NameOf(fix, chosen.Id), 1, (_, count) => count + 1);
                await ApplyAsync(fix, prices, document, one, compiled, chosen.Severity == DiagnosticSeverity.Error, cancellationToken);
                if (offered.Count > 1 && fix.GetFixAllProvider() is { } fixAll)
                {
                    var context = new FixAllContext(document, fix, FixAllScope.Document, one.EquivalenceKey!, fix.FixableDiagnosticIds, new Known([.. file]), cancellationToken);
                    CodeAction? all = null;
                    await Guard(fix, async () => all = await fixAll.GetFixAsync(context));
                    Tally.Fixes.AddOrUpdate("Fix All", 1, (_, count) => count + 1);
                    await ApplyAsync(fix, prices, document, all!, compiled, chosen.Severity == DiagnosticSeverity.Error, cancellationToken);
                }
            }
        }
    }

    private async Task ApplyAsync(CodeFixProvider fix, MutantPrices prices, Document document, CodeAction action, bool compiled, bool isError, CancellationToken cancellationToken)
    {
        string name = fix.GetType().Name;
        SourceText before = await document.GetTextAsync(cancellationToken);
        SourceText after = before;
        await Guard(fix, async () =>
        {
            ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(document.Project.Solution, new Progress<CodeAnalysisProgress>(), cancellationToken);
            Document changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;
            after = await changed.GetTextAsync(cancellationToken);
        });
        if (after.ContentEquals(before))
        {
            throw new MutantFailure($"{name}: changes nothing", "");
        }

        // If the text is not valid C#, the compiler errors after a change cannot be predicted.
        if (SyntaxErrors(before, document.Project, cancellationToken).Length == 0 && SyntaxErrors(after, document.Project, cancellationToken) is [var added, ..])
        {
            throw new MutantFailure($"{name}: {added}", after.ToString());
        }

        if (compiled)
        {
            // Code is generated again after the change. Where one of our errors was, the compiler's next error may appear: a member that
            // gets its right type had the wrong one for the code that uses it.
            Project project = document.Project;
            foreach (Document generated in project.Documents.Where(other => other.FilePath!.StartsWith("/generated/", StringComparison.Ordinal)).ToArray())
            {
                project = project.RemoveDocument(generated.Id);
            }

            project = project.Solution.WithDocumentText(document.Id, after).GetProject(project.Id)!;
            project = Generate(project, (await project.GetCompilationAsync(cancellationToken))!, prices, cancellationToken);
            Diagnostic? error = (await project.GetCompilationAsync(cancellationToken))!.GetDiagnostics(cancellationToken)
                .FirstOrDefault(error => IsCompilerError(error) && (!isError || (error.Location.SourceTree is { } tree && IsGenerated(tree))));
            if (error is not null)
            {
                throw new MutantFailure($"{name}: {error.Id}", $"{error}\n{after}");
            }
        }
    }

    private static string[] SyntaxErrors(SourceText text, Project project, CancellationToken cancellationToken) =>
    [
        .. CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)project.ParseOptions!, cancellationToken: cancellationToken)
            .GetDiagnostics(cancellationToken)
            .Where(IsCompilerError)
            .Select(error => $"{error.Id} {error.GetMessage(null)}"),
    ];

    private static async Task Guard(CodeFixProvider fix, Func<Task> action)
    {
        try
        {
            await action();
        }
        catch (Exception exception) when (exception is not OperationCanceledException and not MutantFailure)
        {
            throw MutantFailure.Of(fix.GetType().Name, exception);
        }
    }

    private sealed class Known(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
