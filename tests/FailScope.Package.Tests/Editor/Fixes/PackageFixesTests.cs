using System.Collections.Immutable;
using System.Text;
using FailScope.Package.Tests.Consumers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.MSBuild;
using Microsoft.CodeAnalysis.Text;

namespace FailScope.Package.Tests.Editor.Fixes;

/// <summary>
/// The fixes of the packed package, applied to a consumer's project as editors apply them. This goes through Roslyn's workspace API in this
/// process instead of LSP, because the only C# language server that can be installed as a .NET tool offers only Roslyn's own fixes, not those
/// of a package. The changes are written to <c>artifacts/editor/fixes.md</c>.
/// </summary>
[Collection<ConsumerCollection>]
public sealed class PackageFixesTests(ProjectEditor editor, ConsumerWorkspace workspace) : IClassFixture<ProjectEditor>
{
    private const string Lf = "\n";
    private const string CrLf = "\r\n";

    public static TheoryData<string> Samples => [.. FixSamples.All.Select(sample => sample.Name)];

    [Fact]
    public void Every_rule_with_a_fix_has_a_sample() =>
        Assert.Equal(editor.Fixes.SelectMany(fix => fix.FixableDiagnosticIds).Distinct().Order(), FixSamples.All.Select(sample => sample.Id).Distinct().Order());

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task A_fix_is_offered_at_the_mistake_and_the_project_compiles_after_it(string name)
    {
        FixSample sample = FixSamples.Named(name);
        foreach (string lineEnd in (string[])[Lf, CrLf])
        {
            string source = sample.Source(lineEnd, "One");
            Document document = editor.App.Add("Sample.cs", source);
            (int start, string marked) = sample.Marked(lineEnd, "One");

            Diagnostic diagnostic = Assert.Single(await document.Project.FindAsync(sample.Id));
            Assert.Equal((start, marked), (diagnostic.Location.SourceSpan.Start, source.Substring(start, diagnostic.Location.SourceSpan.Length)));

            (_, CodeAction action) = Assert.Single(await document.OfferAsync(diagnostic, editor.Fixes));
            Assert.Equal(sample.Title, action.Title);

            Solution changed = await action.ApplyAsync();
            string text = await changed.ReadAsync(document.Id);
            Assert.Equal(sample.Fixed(lineEnd, "One"), text);
            Assert.Equal([document.Id], changed.GetChanges(document.Project.Solution).GetProjectChanges().SelectMany(change => change.GetChangedDocuments()));
            Assert.Empty((await changed.GetProject(document.Project.Id)!.InspectAsync()).Where(left => left.Severity >= DiagnosticSeverity.Warning || left.Id == sample.Id));
            if (lineEnd == Lf)
            {
                editor.Transcript.AddChange($"`{diagnostic.Id}` {diagnostic.GetMessage(null)} **{action.Title}**", source, text);
            }
        }
    }

    /// <summary>The right fix depends on the author's intent: which key was meant, or which model to add to the chain.</summary>
    [Theory]
    [InlineData("FSC2001", "LossOf.Credit")]
    [InlineData("FSC3001", "Models.Main.CreditScope.Value")]
    [InlineData("FSC3002", "Models.Main.CredentialScope.Equals(Models.Main.CreditScope)")]
    public async Task A_mistake_with_several_possible_corrections_is_reported_without_a_fix(string id, string marked)
    {
        Document document = editor.App.Add("Models.cs", EditorSession.Catalog.Replace(", nameof(LlamaFree), Survives", ", Survives", StringComparison.Ordinal)).Project.Add("Keys.cs", """
            using FailScope;

            namespace App;

            public static class Keys
            {
                public static bool IsDead([ScopeKey(ScopeKind.Credential)] string key) => key.Length == 0;

                public static bool IsMainDead() => IsDead(Models.Main.CreditScope.Value) || Models.Main.CredentialScope.Equals(Models.Main.CreditScope);
            }
            """);

        Diagnostic diagnostic = Assert.Single(await document.Project.FindAsync(id));

        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
        Assert.Equal(marked, (await diagnostic.Location.SourceTree!.GetTextAsync(TestContext.Current.CancellationToken)).ToString(diagnostic.Location.SourceSpan));
        Assert.Empty(await document.Project.GetDocument(diagnostic.Location.SourceTree)!.OfferAsync(diagnostic, editor.Fixes));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Fix_All_fixes_the_document_the_project_or_the_solution_and_the_result_compiles(string name)
    {
        FixSample sample = FixSamples.Named(name);
        Document one = editor.App.Add("One.cs", sample.Source(Lf, "One"));
        Document two = one.Project.Add("Two.cs", sample.Source(Lf, "Two"));
        Document three = two.Project.Solution.GetProject(editor.Library.Id)!.Add("Three.cs", sample.Source(Lf, "Three"));
        Solution solution = three.Project.Solution;
        one = solution.GetDocument(one.Id)!;
        Diagnostic diagnostic = (await one.Project.FindAsync(sample.Id)).Single(diagnostic => diagnostic.Location.SourceTree?.FilePath == one.FilePath);
        (CodeFixProvider fix, CodeAction action) = Assert.Single(await one.OfferAsync(diagnostic, editor.Fixes));
        if (fix.GetFixAllProvider() is not { } all)
        {
            Assert.Equal("AddListedModelCodeFix", fix.GetType().Name);
            return;
        }

        Assert.Equal([FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution], all.GetSupportedFixAllScopes().Order());
        foreach ((FixAllScope scope, DocumentId[] reached) in (IEnumerable<(FixAllScope, DocumentId[])>)
            [(FixAllScope.Document, [one.Id]), (FixAllScope.Project, [one.Id, two.Id]), (FixAllScope.Solution, [one.Id, two.Id, three.Id])])
        {
            var context = new FixAllContext(one, fix, scope, action.EquivalenceKey!, [sample.Id], new KnownDiagnostics(sample.Id), TestContext.Current.CancellationToken);
            Solution changed = await (await all.GetFixAsync(context))!.ApplyAsync();

            Assert.Equal(reached.Contains(one.Id) ? sample.Fixed(Lf, "One") : sample.Source(Lf, "One"), await changed.ReadAsync(one.Id));
            Assert.Equal(reached.Contains(two.Id) ? sample.Fixed(Lf, "Two") : sample.Source(Lf, "Two"), await changed.ReadAsync(two.Id));
            Assert.Equal(reached.Contains(three.Id) ? sample.Fixed(Lf, "Three") : sample.Source(Lf, "Three"), await changed.ReadAsync(three.Id));
        }
    }

    /// <summary>This builds with the SDK's compiler, which differs from the one in this process.</summary>
    [Fact]
    public async Task All_fixed_samples_build_together_without_a_warning()
    {
        Consumer consumer = ProjectEditor.Write(workspace, "Fixed");
        foreach (FixSample sample in FixSamples.All)
        {
            consumer.Write($"Fixed/{sample.Name}.cs", sample.Fixed(CrLf, "One"));
        }

        await consumer.BuildAsync("Fixed");
    }

    [Fact]
    public async Task A_fixed_file_on_disk_keeps_its_byte_order_mark_and_line_endings()
    {
        _ = editor.Solution;
        FixSample sample = FixSamples.Named("FSC3010");
        string project = await ProjectEditor.RestoreAsync(workspace, "OnDisk");
        string file = Path.Combine(Path.GetDirectoryName(project)!, "Sample.cs");
        var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true);
        await File.WriteAllTextAsync(file, sample.Source(CrLf, "One"), encoding, TestContext.Current.CancellationToken);

        using var opened = MSBuildWorkspace.Create();
        Document document = (await ProjectEditor.OpenAsync(opened, project)).Documents.Single(document => document.FilePath == file);
        Diagnostic diagnostic = Assert.Single(await document.Project.FindAsync(sample.Id));
        (_, CodeAction action) = Assert.Single(await document.OfferAsync(diagnostic, editor.Fixes));
        Assert.True(opened.TryApplyChanges(await action.ApplyAsync()));

        byte[] expected = [.. encoding.GetPreamble(), .. encoding.GetBytes(sample.Fixed(CrLf, "One"))];
        Assert.Equal(expected, await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
    }
}
