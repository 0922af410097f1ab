using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace FailScope.Tool.Output;

/// <summary>The tables and cells of this tool. Text from files is never parsed as markup.</summary>
internal static class Cells
{
    /// <summary>At this width or more, ids have their own column.</summary>
    internal const int WidthWithIds = 110;

    internal static readonly Style Good = new(Color.Green);
    internal static readonly Style Bad = new(Color.Red);
    internal static readonly Style Odd = new(Color.Yellow);
    internal static readonly Style Dim = new(decoration: Decoration.Dim);
    internal static readonly Style Strong = new(decoration: Decoration.Bold);

    /// <summary>A table with light lines.</summary>
    internal static Table CreateTable(params (string Title, bool IsNumber)[] columns)
    {
        Table table = new Table().Border(TableBorder.Rounded).BorderStyle(Dim);
        foreach ((string title, bool isNumber) in columns)
        {
            var column = new TableColumn(new Text(title, Strong));
            table.AddColumn(isNumber ? column.RightAligned().NoWrap() : column);
        }

        return table;
    }

    /// <summary>A cell of text. Control characters are removed, because names and ids come from files.</summary>
    internal static IRenderable Of(string? text, Style? style = null) => new Text(OneLine(text ?? ""), style);

    internal static IRenderable Of(long? number, Style? style = null) =>
        new Text(number is { } value ? value.ToString("#,0", CultureInfo.InvariantCulture) : "", style);

    /// <summary>Text without control characters, which could change the terminal.</summary>
    internal static string OneLine(string text) => string.Create(text.Length, text, static (line, text) =>
    {
        for (int i = 0; i < line.Length; i++)
        {
            line[i] = char.IsControl(text[i]) ? ' ' : text[i];
        }
    });

    /// <summary>A number with its noun: <c>1 model</c>, <c>2 models</c>.</summary>
    internal static string Count(int number, string noun) => string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");

    /// <summary>The price of a model, in a few characters.</summary>
    internal static string Price(Model model) => model switch
    {
        { IsFree: true } => "free",
        { Pricing: { InputUsdPerMillion: { } input, OutputUsdPerMillion: { } output } } => string.Create(CultureInfo.InvariantCulture, $"${input:0.####} / ${output:0.####}"),
        _ => "?",
    };
}
