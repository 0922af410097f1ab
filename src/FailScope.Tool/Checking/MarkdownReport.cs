
namespace FailScope.Tool.Checking;

/// <summary>The findings as Markdown, for a pull request, a job summary, a wiki.</summary>
internal sealed class MarkdownReport(TextWriter output) : ICheckReport
{
    public void Write(CheckResult result)
    {
        foreach (ModelCatalog catalog in result.Catalogs)
        {
            output.Write($"# {Escape(catalog.Name)}\n\n");
            foreach (FallbackChain chain in catalog.Chains)
            {
                output.Write(chain.ToMarkdown());
                output.Write("\n");
            }
        }

        output.Write("## Findings\n\n");
        if (result.Counted is { } counted)
        {
            output.Write($"{Escape(counted)}\n\n");
        }

        if (result.Told.Count == 0)
        {
            output.Write("No error and no warning.\n");
            return;
        }

        output.Write("| level | rule | where | what |\n|---|---|---|---|\n");
        foreach (Finding finding in result.Told)
        {
            output.Write($"| {finding.Level.ToString().ToLowerInvariant()} | [{finding.Rule}]({finding.HelpLink}) | {Escape(finding.Member)} | {Escape(finding.Message)} |\n");
        }
    }

    private static string Escape(string text) => MarkdownDiagram.Escape(text);
}
