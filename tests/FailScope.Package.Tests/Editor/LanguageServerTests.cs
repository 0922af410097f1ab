using FailScope.Package.Tests.Consumers;

namespace FailScope.Package.Tests.Editor;

/// <summary>
/// Opens a consumer of the packed package in a real language server, and sends the requests that an editor sends while a user types.
/// The transcripts are written to <c>artifacts/editor</c>.
/// </summary>
[Collection<ConsumerCollection>]
public class LanguageServerTests(EditorSession editor) : IClassFixture<EditorSession>
{
    // The limit applies where a user would pause. More problems would hide the line that is being typed.
    private const int MostProblemsWhileTyping = 8;

    private static readonly string Catalog = EditorSession.Catalog;

    private static readonly string[] Crashes = ["AD0001", "CS8784", "CS8785", "CS9057"];

    [Fact]
    public async Task Typing_a_catalog_key_by_key_crashes_nothing_and_shows_few_problems()
    {
        LanguageServer server = editor.Server;
        var transcript = new Transcript();
        await server.OpenAsync("Program.cs", "return 0;\n");
        await server.OpenAsync("Models.cs", "");
        int most = 0;
        for (int i = 0; i < Catalog.Length; i++)
        {
            await server.TypeAsync("Models.cs", TextPosition.At(i, Catalog), Catalog[i].ToString());
            if (EndsWord(i))
            {
                Problem[] problems = await server.GetProblemsAsync("Models.cs");
                transcript.Add($"typed to {TextPosition.At(i + 1, Catalog)}", problems);
                Assert.DoesNotContain(problems, problem => Crashes.Contains(problem.Id));
                Assert.True(problems.Length <= MostProblemsWhileTyping, $"After '{Catalog[Math.Max(0, i - 60)..(i + 1)]}':\n{string.Join('\n', problems.AsEnumerable())}");
                most = Math.Max(most, problems.Length);
            }
        }

        transcript.Add($"at most {most} problems at a time");
        transcript.Save("typing");
        Assert.Empty(await server.GetProblemsAsync("Models.cs"));
    }

    [Fact]
    public async Task Mistakes_in_keys_free_variants_and_contracts_are_underlined_while_typing()
    {
        const string Program = """
            using App;
            using FailScope;

            bool isFree = Models.Sonnet.Id.Contains(":free");
            bool isSame = Models.Main.CredentialScope.Equals(Models.Main.CreditScope);
            return isFree == isSame ? 1 : 0;
            """;
        string broken = Catalog.Replace(", nameof(LlamaFree), Survives", ", Survives", StringComparison.Ordinal);
        LanguageServer server = editor.Server;
        var transcript = new Transcript();
        await server.OpenAsync("Models.cs", Catalog);
        await server.OpenAsync("Program.cs", Program);

        Problem[] inProgram = await server.GetProblemsAsync("Program.cs");
        transcript.Add("Program.cs", inProgram);
        Assert.Equal(
            [("FSC3010", "Contains(\":free\")"), ("FSC3002", "Models.Main.CredentialScope.Equals(Models.Main.CreditScope)")],
            inProgram.Select(problem => (problem.Id, problem.Marks(Program))));
        Assert.All(inProgram, problem => Assert.True(problem.IsError));

        await server.OpenAsync("Models.cs", broken);
        Problem[] inCatalog = await server.GetProblemsAsync("Models.cs");
        transcript.Add("Models.cs, with 'LlamaFree' taken out of the chain", inCatalog);
        Problem survives = Assert.Single(inCatalog);
        Assert.True(survives.IsError);
        Assert.Equal("FSC2001", survives.Id);
        Assert.Contains("LossOf.Credit", survives.Marks(broken), StringComparison.Ordinal);

        await server.OpenAsync("Models.cs", Catalog);
        Assert.Empty(await server.GetProblemsAsync("Models.cs"));
        transcript.Save("mistakes");
    }

    [Fact]
    public async Task Hovering_over_a_chain_shows_the_remaining_models_after_each_loss()
    {
        LanguageServer server = editor.Server;
        var transcript = new Transcript();
        await server.OpenAsync("Models.cs", Catalog);

        string hover = await server.HoverAsync("Models.cs", TextPosition.Of("Chat {", Catalog));

        transcript.Add("hover over the chain", hover);
        transcript.Save("hover");
        Assert.Contains("Sonnet → Gpt → LlamaFree", hover, StringComparison.Ordinal);
        Assert.Contains("| credit of Main | LlamaFree |", hover, StringComparison.Ordinal);
        Assert.Contains("| key Main | none |", hover, StringComparison.Ordinal);
        Assert.DoesNotContain('<', hover);
    }

    [Fact]
    public async Task Renaming_a_model_renames_it_in_its_chains_and_causes_no_problems()
    {
        const string Program = "using App;\n\nreturn Models.Sonnet.Id.Length;\n";
        LanguageServer server = editor.Server;
        var transcript = new Transcript();
        await server.OpenAsync("Models.cs", Catalog);
        await server.OpenAsync("Program.cs", Program);

        Dictionary<string, TextEdit[]> edits = await server.RenameAsync("Models.cs", TextPosition.Of("Sonnet {", Catalog), "Claude");
        string catalog = TextEdit.Apply(edits["Models.cs"], Catalog);
        await server.OpenAsync("Models.cs", catalog);
        await server.OpenAsync("Program.cs", TextEdit.Apply(edits["Program.cs"], Program));

        transcript.Add("Sonnet renamed to Claude", catalog);
        transcript.Save("rename");
        Assert.Contains("[FallbackChain(nameof(Claude)", catalog, StringComparison.Ordinal);
        Assert.Empty(await server.GetProblemsAsync("Models.cs"));
        Assert.Empty(await server.GetProblemsAsync("Program.cs"));
    }

    private static bool EndsWord(int index) => !char.IsLetterOrDigit(Catalog[index]) || index + 1 == Catalog.Length || !char.IsLetterOrDigit(Catalog[index + 1]);
}
