using System.Collections.Immutable;
using FailScope.CodeFixes.Catalog;
using FailScope.CodeFixes.Chains;
using FailScope.Generators.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FailScope.CodeFixes.Tests.Catalog;

/// <summary>Fixes are offered and applied while the surrounding code is not valid C#.</summary>
public sealed class HalfTypedCatalogTests
{
    private const string Whole = """
        using FailScope;
        [ModelCatalog]
        static class Models
        {
            [Provider("https://p.example/v1")] static partial Provider P { get; }
            [Provider("https://r.example/v1")] static Provider? R { get; set; } = null;
            [Credential("P")] static partial Provider C { get; }
            [Credential("P")] static partial Credential D { get; }
            [Model("a", "D", Free = true, UsdPerImage = 1)] static partial Model A { get; }
            [Model("b:free", nameof(D))] static partial Model B { get; }
            [Model("b:free", nameof(D))] static partial Model B2 { get; }
            [FallbackChain(nameof(A), "A", nameof(b), nameof(B), nameof(B2))] static partial FallbackChain Chat { get; }
            [FallbackChain(nameof(A), nameof(B))] static partial FallbackChain Other { get; }
        }
        partial class NoCatalog { [Provider("https://q.example")] static Provider Q => null!; }
        """;

    private static readonly CodeFixProvider[] Fixes =
    [
        new CatalogClassShapeCodeFix(), new CatalogMemberShapeCodeFix(), new FreeWithPriceCodeFix(), new NearestNameCodeFix(),
        new NotMarkedAsCatalogCodeFix(), new ReferenceAsStringCodeFix(), new RemoveFromChainCodeFix(), new UnstatedSurvivalCodeFix(),
    ];

    [Fact]
    public async Task With_any_one_token_missing_every_offered_fix_can_be_applied()
    {
        var applied = new HashSet<Type>();
        foreach (SyntaxToken token in CSharpSyntaxTree.ParseText(Whole, cancellationToken: TestContext.Current.CancellationToken).GetRoot(TestContext.Current.CancellationToken).DescendantTokens())
        {
            await ApplyAll(Whole.Remove(token.SpanStart, token.Span.Length), applied);
        }

        Assert.Equal(Fixes.Select(fix => fix.GetType().Name).Order(), applied.Select(type => type.Name).Order());
    }

    [Fact]
    public async Task A_list_that_loses_its_only_entry_stays_empty()
    {
        var applied = new HashSet<Type>();
        await ApplyAll(Whole.Replace("FallbackChain(nameof(A), nameof(B))", "FallbackChain(new[] { nameof(A) }, new[] { nameof(A) })", StringComparison.Ordinal), applied);
        Assert.Contains(typeof(RemoveFromChainCodeFix), applied);
    }

    private static async Task ApplyAll(string source, HashSet<Type> applied)
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        using var workspace = new AdhocWorkspace();
        Document document = workspace
            .AddProject("Consumer", LanguageNames.CSharp)
            .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable))
            .WithMetadataReferences(TestReferences.Get(withPackage: true))
            .AddDocument("File.cs", source);
        Compilation compilation = (await document.Project.GetCompilationAsync(cancellationToken))!;
        ImmutableArray<Diagnostic> found = await compilation.WithAnalyzers([new CatalogAnalyzer()]).GetAnalyzerDiagnosticsAsync(cancellationToken);
        foreach (Diagnostic diagnostic in found)
        {
            foreach (CodeFixProvider fix in Fixes.Where(fix => fix.FixableDiagnosticIds.Contains(diagnostic.Id)))
            {
                var actions = new List<CodeAction>();
                await fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), cancellationToken));
                foreach (CodeAction action in actions)
                {
                    Assert.NotEmpty(await action.GetOperationsAsync(cancellationToken));
                    applied.Add(fix.GetType());
                }
            }
        }
    }
}
