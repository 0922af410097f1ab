using System.Globalization;
using System.Text;

namespace FailScope;

/// <summary>Draws chains and catalogs as Markdown tables (GitHub's flavor).</summary>
internal static class MarkdownDiagram
{
    // All characters with a meaning in Markdown or in the HTML inside it.
    private const string Special = "\\`*_{}[]()<>#+-.!|~&$:";

    internal static string Draw(FallbackChain chain, IReadOnlyList<(LostResource Loss, IReadOnlyList<Model> Remaining)> radius)
    {
        var text = new StringBuilder();
        AppendChain(text, chain, radius, "##");
        return text.ToString();
    }

    internal static string Draw(ModelCatalog catalog)
    {
        var text = new StringBuilder($"# {Escape(catalog.Name)}\n\n");
        AppendModels(text, catalog.Models, isNumbered: false);
        foreach (FallbackChain chain in catalog.Chains)
        {
            text.Append('\n');
            AppendChain(text, chain, chain.BlastRadius(), "##");
        }

        return text.ToString();
    }

    /// <summary>Escapes text so that it is shown unchanged in a table cell, on one line.</summary>
    internal static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (Special.Contains(c))
            {
                escaped.Append('\\');
            }

            escaped.Append(char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c);
        }

        return escaped.ToString();
    }

    private static void AppendChain(StringBuilder text, FallbackChain chain, IReadOnlyList<(LostResource Loss, IReadOnlyList<Model> Remaining)> radius, string heading)
    {
        text.Append(heading).Append(' ').Append(Escape(chain.Name)).Append("\n\n");
        AppendModels(text, chain.Models, isNumbered: true);
        text.Append("\n| after the loss of | remains |\n|---|---|\n");
        foreach ((LostResource loss, IReadOnlyList<Model> remaining) in radius)
        {
            string names = remaining.Count == 0 ? "**nothing**" : string.Join(", ", remaining.Select(model => Escape(model.Name)));
            text.Append("| ").Append(Escape(loss.ToString())).Append(" | ").Append(names).Append(" |\n");
        }
    }

    private static void AppendModels(StringBuilder text, IReadOnlyList<Model> models, bool isNumbered)
    {
        text.Append(isNumbered ? "| # | model | id | key | account | provider | price | context window |\n|--:|---|---|---|---|---|---|--:|\n" : "| model | id | key | account | provider | price | context window |\n|---|---|---|---|---|---|--:|\n");
        for (int i = 0; i < models.Count; i++)
        {
            Model model = models[i];
            string number = isNumbered ? string.Create(CultureInfo.InvariantCulture, $" {i + 1} |") : "";
            string window = model.ContextWindow is { } tokens ? tokens.ToString("#,0", CultureInfo.InvariantCulture) : "";
            text.Append('|').Append(number)
                .Append(' ').Append(Escape(model.Name))
                .Append(" | ").Append(Escape(model.Id))
                .Append(" | ").Append(Escape(model.Credential.Name))
                .Append(" | ").Append(Escape(model.Account.Name))
                .Append(" | ").Append(Escape(model.Provider.Name))
                .Append(" | ").Append(Escape(Price(model)))
                .Append(" | ").Append(window).Append(" |\n");
        }
    }

    private static string Price(Model model) => model switch
    {
        { IsFree: true } => "free",
        { Pricing: { InputUsdPerMillion: { } input, OutputUsdPerMillion: { } output } } =>
            string.Create(CultureInfo.InvariantCulture, $"${input:0.####} in, ${output:0.####} out"),
        _ => "",
    };
}
