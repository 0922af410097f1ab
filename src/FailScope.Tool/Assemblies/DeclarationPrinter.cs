using System.Globalization;
using System.Reflection.Metadata;
using System.Text;
using FailScope.Tool.Drafts;
using Microsoft.CodeAnalysis.CSharp;

namespace FailScope.Tool.Assemblies;

/// <summary>Prints declared catalogs as C# source, with one member per line, so that the analyzers can check them.</summary>
internal sealed class DeclarationPrinter
{
    private readonly StringBuilder _text = new("#pragma warning disable CS1591\n");
    private readonly Dictionary<int, (string Catalog, string Member)> _members = [];
    private int _line = 1;

    /// <summary>The source.</summary>
    internal string Source => _text.ToString();

    /// <summary>The member on a line, counted from 0.</summary>
    internal (string Catalog, string Member)? At(int line) => _members.TryGetValue(line, out (string, string) member) ? member : null;

    /// <exception cref="ToolException">A name is not a valid C# identifier.</exception>
    internal void Print(DeclaredCatalog catalog)
    {
        Line(catalog.Namespace.Length > 0 ? $"namespace {string.Join('.', catalog.Namespace.Split('.').Select(Name))} {{" : "");
        for (int i = 0; i < catalog.Types.Count; i++)
        {
            bool isCatalog = i == catalog.Types.Count - 1;
            Line($"{(isCatalog ? "[global::FailScope.ModelCatalogAttribute] " : "")}public static partial class {Name(catalog.Types[i])} {{", isCatalog ? (catalog.FullName, catalog.Types[i]) : null);
        }

        foreach (DeclaredMember member in catalog.Members)
        {
            string attribute = Name(member.Attribute.Name)[1..];
            Line($"[global::FailScope.{attribute}Attribute({Arguments(member.Attribute)})] public static partial global::FailScope.{attribute} {Name(member.Name)} {{ get; }}", (catalog.FullName, member.Name));
        }

        Line(new string('}', catalog.Types.Count + (catalog.Namespace.Length > 0 ? 1 : 0)));
    }

    private void Line(string text, (string Catalog, string Member)? member = null)
    {
        if (member is { } known)
        {
            _members.Add(_line, known);
        }

        _text.Append(text).Append('\n');
        _line++;
    }

    // The input comes from a file, so only valid names may be written to the source.
    private static string Name(string name)
    {
        string simple = name.Split('`')[0];
        return SyntaxFacts.IsValidIdentifier(simple) ? $"@{simple}" : throw ToolException.Unreadable($"the assembly has a name that is not valid in C#: '{SafeText.Make(name, 60)}'.");
    }

    private static string Arguments(DeclaredAttribute attribute) => string.Join(
        ", ",
        attribute.Arguments.Select(argument => Value(argument.Value, argument.Type)).Concat(attribute.Named.Select(argument => $"{Name(argument.Name!)} = {Value(argument.Value, argument.Type)}")));

    private static string Value(object? value, string type) => value switch
    {
        null => "null",
        string text => CSharpText.Literal(text),
        bool flag => flag ? "true" : "false",
        double number when double.IsNaN(number) => "double.NaN",
        double number when double.IsInfinity(number) => number > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity",
        double number => number.ToString("R", CultureInfo.InvariantCulture) + "d",
        IEnumerable<CustomAttributeTypedArgument<string>> items => string.Join(", ", items.Select(item => Value(item.Value, item.Type))),
        IConvertible number when typeof(LossOf).Assembly.GetType($"{nameof(FailScope)}.{type}") is { IsEnum: true } => $"(global::FailScope.{type})({number.ToString(CultureInfo.InvariantCulture)})",
        IConvertible number => number.ToString(CultureInfo.InvariantCulture),
        _ => "default",
    };
}
