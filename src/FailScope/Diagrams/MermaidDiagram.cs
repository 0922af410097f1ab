using System.Globalization;
using System.Text;

namespace FailScope;

/// <summary>Draws chains and catalogs as Mermaid flow charts: providers and accounts are boxes that contain models.</summary>
internal static class MermaidDiagram
{
    internal static string Draw(FallbackChain chain, IReadOnlyList<(LostResource Loss, IReadOnlyList<Model> Remaining)> radius)
    {
        var text = new StringBuilder("flowchart TD\n");
        Dictionary<Model, int> numbers = AppendModels(text, chain.Models, isOrdered: true);
        text.Append(CultureInfo.InvariantCulture, $"  chain([\"{Escape(chain.Name)}\"]) --> m{numbers[chain.Models[0]]}\n");
        for (int i = 1; i < chain.Models.Count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"  m{numbers[chain.Models[i - 1]]} --> m{numbers[chain.Models[i]]}\n");
        }

        for (int i = 0; i < radius.Count; i++)
        {
            (LostResource loss, IReadOnlyList<Model> remaining) = radius[i];
            string outcome = remaining.Count == 0 ? ": nothing remains" : "";
            text.Append(CultureInfo.InvariantCulture, $"  loss{i + 1}{{{{\"after the loss of {Escape(loss.ToString())}{outcome}\"}}}}\n");
            foreach (Model model in remaining)
            {
                text.Append(CultureInfo.InvariantCulture, $"  loss{i + 1} -.-> m{numbers[model]}\n");
            }
        }

        return text.ToString();
    }

    internal static string Draw(ModelCatalog catalog)
    {
        var text = new StringBuilder("flowchart TD\n");
        Dictionary<Model, int> numbers = AppendModels(text, catalog.Models, isOrdered: false);
        for (int c = 0; c < catalog.Chains.Count; c++)
        {
            FallbackChain chain = catalog.Chains[c];
            text.Append(CultureInfo.InvariantCulture, $"  chain{c + 1}([\"{Escape(chain.Name)}\"])\n");
            for (int i = 0; i < chain.Models.Count; i++)
            {
                text.Append(CultureInfo.InvariantCulture, $"  chain{c + 1} -->|{i + 1}| m{numbers[chain.Models[i]]}\n");
            }
        }

        return text.ToString();
    }

    /// <summary>Escapes text for a quoted label: entity codes replace the characters that have a meaning in Mermaid or in HTML.</summary>
    internal static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (c is '"' or '#' or '&' or '<' or '>' or '`' or ';' or '\\' or '*' or '_' or '[' or ']' or '{' or '}' or '(' or ')' or '|' or '%' or '~' or '$')
            {
                escaped.Append(CultureInfo.InvariantCulture, $"#{(int)c};");
            }
            else
            {
                escaped.Append(char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c);
            }
        }

        return escaped.ToString();
    }

    private static Dictionary<Model, int> AppendModels(StringBuilder text, IReadOnlyList<Model> models, bool isOrdered)
    {
        var numbers = new Dictionary<Model, int>();
        foreach (Model model in models)
        {
            numbers.Add(model, numbers.Count + 1);
        }

        int account = 0;
        int provider = 0;
        foreach (IGrouping<Provider, Model> atProvider in models.GroupBy(model => model.Provider))
        {
            text.Append(CultureInfo.InvariantCulture, $"  subgraph p{++provider}[\"{Escape(atProvider.Key.Name)}\"]\n");
            foreach (IGrouping<BillingAccount, Model> onAccount in atProvider.GroupBy(model => model.Account))
            {
                text.Append(CultureInfo.InvariantCulture, $"    subgraph a{++account}[\"account {Escape(onAccount.Key.Name)}\"]\n");
                foreach (Model model in onAccount)
                {
                    string position = isOrdered ? $"{numbers[model].ToString(CultureInfo.InvariantCulture)}. " : "";
                    string key = model.Credential.Name == model.Account.Name ? "" : $", key {model.Credential.Name}";
                    string label = Escape($"{position}{model.Name}{(model.IsFree ? ", free" : "")}{key}");
                    text.Append(CultureInfo.InvariantCulture, $"      m{numbers[model]}[\"{label}\"]\n");
                }

                text.Append("    end\n");
            }

            text.Append("  end\n");
        }

        return numbers;
    }
}
