using System.Globalization;
using System.Text.Json;
using FailScope.Tool.Output;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace FailScope.Tool.Explaining;

/// <summary>Prints an explanation, for people or as JSON.</summary>
internal static class ExplanationReport
{
    internal static void Print(Explanation explanation, IAnsiConsole console)
    {
        Failure failure = explanation.Failure;
        console.Write(new Text(failure.Kind.ToString(), failure.Kind == FailureKind.Unknown ? Cells.Odd : new Style(Color.Red, decoration: Decoration.Bold)));
        console.WriteLine();
        console.WriteLine();
        Grid facts = new Grid().AddColumn(new GridColumn().NoWrap().PadLeft(2).PadRight(2)).AddColumn();
        foreach ((string name, string? value) in Facts(explanation))
        {
            if (value is not null)
            {
                facts.AddRow(new Text(name, Cells.Dim), new Text(value));
            }
        }

        console.Write(facts);
        foreach (ChainExplanation chain in explanation.Chains)
        {
            Print(chain, explanation, console);
        }
    }

    internal static void WriteJson(Explanation explanation, Stream output)
    {
        Failure failure = explanation.Failure;
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("kind", failure.Kind.ToString());
        json.WriteBoolean("endsTurn", failure.IsTerminal);
        json.WriteBoolean("isBilling", failure.IsBilling);
        Optional("evidence", failure.Evidence);
        Optional("code", failure.Code);
        Optional("message", failure.Message);
        if (failure.StatusCode is { } status)
        {
            json.WriteNumber("status", status);
        }

        if (failure.RetryAfter is { } wait)
        {
            json.WriteNumber("retryAfterSeconds", Math.Round(wait.TotalSeconds, 3));
        }

        Optional("resetsAt", failure.ResetsAt?.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        json.WriteString("retires", RetireWords.Describe(explanation.Rule.Effect));
        Optional("rememberedUnder", explanation.Rule.Scope == ScopeKind.None ? null : explanation.Rule.Scope.ToString());
        json.WriteStartArray("chains");
        foreach (ChainExplanation chain in explanation.Chains)
        {
            json.WriteStartObject();
            json.WriteString("chain", chain.Chain.Name);
            json.WriteString("failed", chain.Failed.Name);
            Names("retired", chain.Retired);
            Names("remaining", chain.Remaining);
            Optional("next", chain.Next?.Name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();

        void Optional(string name, string? value)
        {
            if (value is not null)
            {
                json.WriteString(name, value);
            }
        }

        void Names(string name, IEnumerable<Model> models)
        {
            json.WriteStartArray(name);
            foreach (Model model in models)
            {
                json.WriteStringValue(model.Name);
            }

            json.WriteEndArray();
        }
    }

    private static IEnumerable<(string Name, string? Value)> Facts(Explanation explanation)
    {
        Failure failure = explanation.Failure;
        yield return ("evidence", failure.Evidence ?? "none: no known error matches");
        yield return ("status", failure.StatusCode?.ToString(CultureInfo.InvariantCulture));
        yield return ("code", failure.Code);
        yield return ("message", failure.Message);
        yield return ("wait", failure.RetryAfter is { } wait ? $"{Duration(wait)}, says the provider" : null);
        yield return ("resets at", failure.ResetsAt?.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture));
        yield return ("retires", RetireWords.Describe(explanation.Rule.Effect));
        yield return ("the turn", failure.IsTerminal
            ? (failure.Kind == FailureKind.Cancelled ? "ends here" : $"ends here, unless FallbackOptions.FallbackOn has {failure.Kind}")
            : "continues with the next model");
        yield return ("remembered", explanation.Rule.Scope is not ScopeKind.None and var scope ? $"under the {scope} scope key" : "no: it says nothing about the next request");
        yield return ("billing", failure.IsBilling ? "yes: add credit or raise a limit" : null);
    }

    private static string Duration(TimeSpan time) => time.TotalSeconds < 90
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.###} s")
        : time.ToString(time.Days > 0 ? @"d\.hh\:mm\:ss" : @"hh\:mm\:ss", CultureInfo.InvariantCulture);

    private static void Print(ChainExplanation chain, Explanation explanation, IAnsiConsole console)
    {
        console.WriteLine();
        console.Write(new Text($"{chain.Chain.Name}, after {chain.Failed.Name} has failed", Cells.Strong));
        console.WriteLine();
        bool hasIds = console.Profile.Width >= Cells.WidthWithIds;
        (string, bool)[] columns = [("#", true), ("model", false), ("id", false), ("$ in / out", true), ("then", false)];
        Table table = Cells.CreateTable(hasIds ? columns : [.. columns.Where(column => column.Item1 != "id")]);
        for (int i = 0; i < chain.Chain.Models.Count; i++)
        {
            Model model = chain.Chain.Models[i];
            (string state, Style style) = StateOf(model, chain, explanation);
            IRenderable[] id = hasIds ? [Cells.Of(model.Id, Cells.Dim)] : [];
            table.AddRow([Cells.Of(i + 1, Cells.Dim), Cells.Of(model.Name), .. id, Cells.Of(Cells.Price(model), model.IsFree ? Cells.Good : Style.Plain), Cells.Of(state, style)]);
        }

        console.Write(table);
        if (chain.Next is null)
        {
            console.Write(new Text(chain.EndsTurn ? "The turn ends." : "No model is left: the turn ends.", Cells.Bad));
            console.WriteLine();
        }
    }

    private static (string State, Style Style) StateOf(Model model, ChainExplanation chain, Explanation explanation) =>
        model == chain.Failed ? ("✗ failed", Cells.Bad)
        : model == chain.Next ? ("→ tried next", Cells.Good)
        : chain.Remaining.Contains(model) ? ("remains", Style.Plain)
        : ($"✗ {FailureWords.Because(explanation.Rule.Effect, chain.Failed)}", Cells.Odd);
}
