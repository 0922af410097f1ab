using System.Text;

namespace FailScope.Tool.Drafts;

/// <summary>Prints a draft as C#. The same draft gives the same text on any machine.</summary>
internal sealed class CatalogWriter
{
    /// <summary>If the arguments would make a line longer than this, they are written on separate lines.</summary>
    private const int LineLength = 120;

    private readonly StringBuilder _text = new();

    internal static string Write(CatalogDraft draft)
    {
        var writer = new CatalogWriter();
        writer.WriteFile(draft);
        return writer._text.ToString();
    }

    private void WriteFile(CatalogDraft draft)
    {
        foreach (string line in draft.Header)
        {
            Line($"// {CSharpText.Comment(line)}".TrimEnd());
        }

        Line("");
        Line("using FailScope;");
        Line("");
        if (draft.Namespace is { } @namespace)
        {
            Line($"namespace {@namespace};");
            Line("");
        }

        Line("/// <summary>The models that may be called, and the chains in which they stand in for each other.</summary>");
        Line("[ModelCatalog]");
        Line($"{(draft.IsPublic ? "public" : "internal")} static partial class {draft.ClassName}");
        Line("{");
        bool isFirst = true;
        foreach (ProviderDraft provider in draft.Providers)
        {
            Member(provider, "Provider", $"[Provider({CSharpText.Literal(provider.Endpoint)})]");
        }

        foreach (CredentialDraft credential in draft.Credentials)
        {
            string variable = credential.EnvironmentVariable is { } name ? $", EnvironmentVariable = {CSharpText.Literal(name)}" : "";
            Member(credential, "Credential", $"[Credential(nameof({credential.Provider}){variable})]");
        }

        foreach (ModelDraft model in draft.Models)
        {
            Member(model, "Model", Attribute("Model", [CSharpText.Literal(model.Id), $"nameof({model.Credential})"], Facts(model)));
        }

        foreach (ChainDraft chain in draft.Chains)
        {
            string survives = $"Survives = {Promise(draft, chain)}";
            Member(chain, "FallbackChain", Attribute("FallbackChain", [], [.. chain.Models.Select(model => $"nameof({model})"), survives]));
        }

        Line("}");

        void Member(MemberDraft member, string type, string attribute)
        {
            if (!isFirst)
            {
                Line("");
            }

            isFirst = false;
            WriteMember(member, type, attribute);
        }
    }

    private void WriteMember(MemberDraft member, string type, string attribute)
    {
        foreach (string comment in member.Comments)
        {
            Line($"    // {CSharpText.Comment(comment)}");
        }

        Line($"    /// <summary>{CSharpText.Documentation(member.Summary)}</summary>");
        foreach (string line in attribute.Split('\n'))
        {
            Line($"    {line}");
        }

        Line($"    public static partial {type} {member.Name} {{ get; }}");
    }

    /// <summary>The attribute on one line, or with its further arguments on separate lines, as many as fit on each.</summary>
    private static string Attribute(string name, string[] first, string[] further)
    {
        string line = $"[{name}({string.Join(", ", [.. first, .. further])})]";
        if (4 + line.Length <= LineLength)
        {
            return line;
        }

        var text = new StringBuilder($"[{name}({string.Join(", ", first)}{(first.Length > 0 ? "," : "")}");
        int used = int.MaxValue - LineLength;
        for (int i = 0; i < further.Length; i++)
        {
            string argument = further[i] + (i == further.Length - 1 ? ")]" : ",");
            if (used + 1 + argument.Length > LineLength)
            {
                argument = Wrap(argument);
                text.Append("\n    ").Append(argument);
                used = argument.Contains('\n') ? int.MaxValue - LineLength : 8 + argument.Length;
            }
            else
            {
                text.Append(' ').Append(argument);
                used += 1 + argument.Length;
            }
        }

        return text.ToString();
    }

    /// <summary>Splits flags that are too long for one line over two lines.</summary>
    private static string Wrap(string argument)
    {
        int cut = 8 + argument.Length > LineLength ? argument.LastIndexOf(" | ", LineLength - 8, StringComparison.Ordinal) : -1;
        return cut < 0 ? argument : $"{argument[..cut]}\n        {argument[(cut + 1)..]}";
    }

    private static string[] Facts(ModelDraft model)
    {
        var facts = new List<string>();
        if (model.Free is { } free)
        {
            facts.Add($"Free = {(free ? "true" : "false")}");
        }

        foreach (Price price in Enum.GetValues<Price>())
        {
            if (model.Prices[(int)price] is { } usd)
            {
                facts.Add($"{price} = {CSharpText.Number(usd)}");
            }
        }

        if (model.ContextWindow > 0)
        {
            facts.Add($"ContextWindow = {CSharpText.Number(model.ContextWindow)}");
        }

        if (model.MaxOutputTokens > 0)
        {
            facts.Add($"MaxOutputTokens = {CSharpText.Number(model.MaxOutputTokens)}");
        }

        if (model.Capabilities is { } capabilities)
        {
            facts.Add($"Capabilities = {Flags(capabilities)}");
        }

        return [.. facts];
    }

    /// <summary>
    /// Every loss that the chain survives now, so that the build guarantees it from now on. <c>None</c> if it survives
    /// no loss, which records that this is known.
    /// </summary>
    private static string Promise(CatalogDraft draft, ChainDraft chain)
    {
        ChainFacts facts = Facts(draft, chain);
        List<LossFact> fatal = ChainProof.FindSingles(facts);
        LossOf survived = LossOf.None;
        foreach (LossOf kind in RetireRules.Losses)
        {
            if (facts.Things(kind).Any() && !fatal.Exists(loss => loss.Kind == kind))
            {
                survived |= kind;
            }
        }

        return Flags(survived);
    }

    private static ChainFacts Facts(CatalogDraft draft, ChainDraft chain)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var facts = new ChainFacts(chain.Models.Count);
        for (int i = 0; i < chain.Models.Count; i++)
        {
            ModelDraft model = draft.Models.Find(model => model.Name == chain.Models[i])!;
            CredentialDraft credential = draft.Credentials.Find(credential => credential.Name == model.Credential)!;

            // No draft shares an account, so each key has its own.
            facts.Credential[i] = facts.Account[i] = NumberOf(credential.Name);
            facts.Provider[i] = NumberOf(credential.Provider);
            facts.IsFree[i] = model.Free ?? model.IsFree;
            facts.ContextWindow[i] = model.ContextWindow;
            facts.Capabilities[i] = model.Capabilities;
        }

        return facts;

        int NumberOf(string name)
        {
            numbers.TryAdd(name, numbers.Count);
            return numbers[name];
        }
    }

    private static string Flags<T>(T value)
        where T : struct, Enum =>
        string.Join(" | ", value.ToString().Split(", ").Select(flag => $"{typeof(T).Name}.{flag}"));

    private void Line(string text) => _text.Append(text).Append('\n');
}
