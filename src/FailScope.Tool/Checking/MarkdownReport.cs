using FailScope.Tool.Assemblies;

namespace FailScope.Tool.Checking;

/// <summary>Markdown for a pull request, a job summary, a wiki.</summary>
internal sealed class MarkdownReport(TextWriter output) : ICheckReport
{
    public void Write(CheckResult result)
    {
        foreach (BuiltCatalog catalog in result.Catalogs)
        {
            output.Write($"# {Escape(catalog.Catalog.Name)}\n\n");
            foreach (BuiltChain chain in catalog.Chains)
            {
                output.Write(chain.Chain.ToMarkdown());
                output.Write("\n");
            }
        }

        output.Write("## Findings\n\n");
        if (result.Findings.Count == 0)
        {
            output.Write("None.\n");
            return;
        }

        output.Write("| level | rule | where | what |\n|---|---|---|---|\n");
        foreach (Finding finding in result.Findings)
        {
            output.Write($"| {finding.Level.ToString().ToLowerInvariant()} | {finding.Rule} | {Escape(finding.Member)} | {Escape(finding.Message)} |\n");
        }
    }

    private static string Escape(string text) => MarkdownDiagram.Escape(text);
}
