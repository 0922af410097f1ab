using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace FailScope.CodeFixes.Tests.Robustness;

/// <summary>Breaks a source as people and tools do: half typed, pasted twice, moved, misspelled, excluded by directives.</summary>
internal sealed class Mutator(Random random)
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.Preview);

    private static readonly string[] Words =
    [
        "public", "static", "partial", "class", "struct", "record", "interface", "enum", "file", "required", "abstract", "sealed", "readonly", "ref", "get", "set", "init", "field", "value", "this", "null", "default",
        "typeof", "nameof", "new", "async", "await", "where", "using", "namespace", "global", "int", "string", "double", "void", "var", "dynamic", "Provider", "BillingAccount", "Credential", "Model", "FallbackChain",
        "Catalog", "Models", "FailScope", "LossOf", "ModelCapabilities", "{", "}", "(", ")", "[", "]", "<", ">", ",", ";", ":", "::", ".", "..", "?", "??", "?.", "!", "=>", "=", "==", "|", "&", "+", "-", "~", "#", "@", "$", "\"", "'", "\\",
        "0", "-1", "1e400", "1e-300", "99999999999999999999999", "0x7FFFFFFFFFFFFFFF", "1.5m", "'c'", "\"\"", "\"   \"", "\":free\"", "\"free\"", "\"\"\"raw\"\"\"", "$\"{", "@\"verbatim\"", "\"\\uD800\"", "\"\\0\"", "\"\\u2028\"", "\"a\\r\\nb\"u8",
    ];

    private static readonly string[] Arguments =
    [
        "typeof(int)", "null", "null!", "default", "default(string)", "new string[0]", "new[] { 1, 2 }", "new string?[] { null, \"x\" }", "[]", "[\"x\", null]", "nameof(Nothing)", "nameof()", "nameof(System)", "nameof(Provider)", "nameof(string.Length)", "nameof(System.Math.PI)", "nameof(global::System.String)",
        "\"Nothing\"", "\"\"", "\" \"", "1", "-1", "0", "1.0", "-0.0", "double.NaN", "double.PositiveInfinity", "double.MaxValue", "1e-40", "(1 + 2)", "int.MaxValue + 1", "unchecked(int.MaxValue + 1)", "long.MinValue", "ulong.MaxValue",
        "\"a\" + \"b\"", "$\"{nameof(Model)}\"", "$\"x\"", "(string)null", "(LossOf)1024", "(ModelCapabilities)(-1)", "LossOf.Credit & LossOf.Model", "true", "!true", "'x'", "1 == 1 ? \"a\" : \"b\"", "throw null", "x => x", "await y", "Host", "Cost", "Missing.Member",
        "\"file:///etc\"", "\"https://\"", "\"https://a b\"", "\"relative\"", "Survives = LossOf.Credit", "Survives = Survives", "Free = true", "Free = true, Free = false", "InputUsdPerMillion = -3", "InputUsdPerMillion = 0", "OutputUsdPerMillion = double.NaN", "ContextWindow = 0", "ContextWindow = -5, MaxOutputTokens = 0",
        "Account = null", "Account = nameof(Account)", "id: \"x\"", "id: \"x\", id: \"y\"", "models: null", "Unknown = 1", "Requires = (ModelCapabilities)64", "Capabilities = default", "UsdPerImage = 1",
    ];

    private static readonly string[] Trivia =
    [
        "/* odd */", "// to the end", "/// <doc", "\n#if NEVER\n", "\n#if true\n", "\n#else\n", "\n#endif\n", "\n#region x\n", "\n#endregion\n", "\n#nullable disable\n", "\n#pragma warning disable\n", "\n#line 5 \"other.cs\"\n", "\n#line hidden\n", "\n#error no\n", "\n#define X\n",
        "\r", "\r\n", "\t", "\u00A0", "\u2028", "\u0085", "\uFEFF", "\u200D", "\0", "\u001A", "\uD83D\uDE00", "\uD83D", "é", "ﷺ", "/*", "*/", "\"\"\"",
    ];

    // Assembled here, so that secret scanners do not report this file.
    private static string Key { get; } = "\"sk-or-" + "v1-" + string.Concat(Enumerable.Range(0, 64).Select(i => "0123456789abcdef"[i * 7 % 16])) + "\"";

    /// <summary>Makes one change to one file, or between two files.</summary>
    internal void Mutate(List<string> files)
    {
        int file = random.Next(files.Count);
        string text = files[file];
        SyntaxNode root = CSharpSyntaxTree.ParseText(text, Options).GetRoot();
        files[file] = random.Next(24) switch
        {
            0 => WithToken(root, text, token => ""),
            1 => WithToken(root, text, token => token.Text + " " + token.Text),
            2 => WithToken(root, text, _ => Pick(Words)),
            3 => WithToken(root, text, token => Pick(Words) + " " + token.Text),
            4 => WithTwo(root.DescendantTokens().Where(token => token.Span.Length > 0).Select(token => token.Span).ToArray(), text),
            5 => WithTwo(Spans<TypeSyntax>(root), text),
            6 => WithTwo(Spans<ExpressionSyntax>(root), text),
            7 => Copied(Spans<ExpressionSyntax>(root), text),
            8 => WithIdentifier(root, text),
            9 => With(Spans<AttributeArgumentSyntax>(root), text, _ => Pick(Arguments)),
            10 => With(Spans<AttributeArgumentSyntax>(root), text, old => old + ", " + Pick(Arguments)),
            11 => With(Spans<AttributeArgumentSyntax>(root), text, old => random.Next(4) == 0 ? Key : random.Next(2) == 0 ? $"({old})" : old + ", " + old),
            12 => With(Spans<MemberDeclarationSyntax>(root), text, _ => ""),
            13 => With(Spans<MemberDeclarationSyntax>(root), text, old => old + "\n" + old),
            14 => Moved(Spans<MemberDeclarationSyntax>(root), files, file),
            15 => With(Spans<UsingDirectiveSyntax>(root), text, old => Pick("", "global " + old, "using F = FailScope;", "using static FailScope.ModelId;", "using Model = System.String;", "extern alias X;")),
            16 => With(Spans<AttributeListSyntax>(root), text, old => Pick("", old + old, "[ModelCatalog]", "[Provider]", "[Model]", "[System.Obsolete]", "[assembly: Model(\"\", \"\")]", old.Replace("(", "((", StringComparison.Ordinal))),
            17 => WithHeader(root, text),
            18 => WithProperty(root, text),
            19 => text.Insert(Anywhere(root), Pick(Trivia)),
            20 => text.Insert(random.Next(text.Length + 1), Pick(Trivia)),
            21 => random.Next(3) == 0 ? text[..random.Next(text.Length + 1)] : text[..random.Next(text.Length + 1)] + text[random.Next(text.Length + 1)..],
            22 => With(Spans<StatementSyntax>(root), text, old => Pick("", old + old, $"{{ {old} }}", $"if (flag) {old}", $"while (true) {old}", $"for (;;) {old} ", $"System.Action a = () => {{ {old} }};", "goto end;", "return default;")),
            _ => With(Spans<ExpressionSyntax>(root), text, old => Pick($"({old})", $"!{old}", $"{old}!", $"(object){old}", $"{old}.ToString()", $"{old}?.ToString()", $"await {old}", $"checked({old})", $"({old} as dynamic)", $"{old} == {old}", $"{old} ?? {old}", $"nameof({old})", $"{old} is var _", $"flag ? {old} : {old}", $"{old} /* c */", $"new[] {{ {old} }}", $"{old} // c\n", $"\n#if X\n{old}\n#else\n{old}\n#endif\n")),
        };
    }

    private string WithToken(SyntaxNode root, string text, Func<SyntaxToken, string> change)
    {
        SyntaxToken[] tokens = [.. root.DescendantTokens().Where(token => token.Span.Length > 0)];
        return tokens.Length == 0 ? text : Replace(text, tokens[random.Next(tokens.Length)] is var token ? token.Span : default, change(token));
    }

    private string WithTwo(TextSpan[] spans, string text)
    {
        if (spans.Length < 2)
        {
            return text;
        }

        TextSpan one = Any(spans);
        TextSpan other = random.Next(2) == 0 ? Any(spans) : spans[(Array.IndexOf(spans, one) + 1) % spans.Length];
        (one, other) = one.Start < other.Start ? (one, other) : (other, one);
        return one.End > other.Start ? text : Replace(Replace(text, other, text[one.Start..one.End]), one, text[other.Start..other.End]);
    }

    private string Copied(TextSpan[] spans, string text)
    {
        TextSpan from = Any(spans);
        return spans.Length == 0 ? text : Replace(text, Any(spans), text[from.Start..from.End]);
    }

    private string WithIdentifier(SyntaxNode root, string text)
    {
        SyntaxToken[] names = [.. root.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken) && token.Span.Length > 0)];
        return names.Length == 0 ? text : Replace(text, names[random.Next(names.Length)].Span, names[random.Next(names.Length)].Text + (random.Next(4) == 0 ? "x" : ""));
    }

    private string Moved(TextSpan[] spans, List<string> files, int file)
    {
        string text = files[file];
        if (spans.Length == 0)
        {
            return text;
        }

        TextSpan span = Any(spans);
        string member = text[span.Start..span.End];
        int to = random.Next(files.Count);
        if (to == file)
        {
            string rest = Replace(text, span, "");
            return random.Next(3) switch
            {
                0 => rest + "\n" + member,
                1 => member + "\n" + rest,
                _ => rest.LastIndexOf('}') is >= 0 and int end ? rest.Insert(end, member) : rest,
            };
        }

        int place = files[to].LastIndexOf('}');
        files[to] = place < 0 ? files[to] + member : files[to].Insert(place, member);
        return Replace(text, span, "");
    }

    private string WithHeader(SyntaxNode root, string text)
    {
        TypeDeclarationSyntax[] types = [.. root.DescendantNodes().OfType<TypeDeclarationSyntax>().Where(type => type.Identifier.Text.Length > 0)];
        if (types.Length == 0)
        {
            return text;
        }

        TypeDeclarationSyntax type = types[random.Next(types.Length)];
        TextSpan header = TextSpan.FromBounds(type.Modifiers.FirstOrDefault().SpanStart is > 0 and int start ? start : type.Keyword.SpanStart, Math.Max(type.Keyword.SpanStart, type.OpenBraceToken.SpanStart));
        string old = text[header.Start..header.End];
        string name = type.Identifier.Text;
        return Replace(text, header, random.Next(14) switch
        {
            0 => old.Replace("partial ", "", StringComparison.Ordinal),
            1 => old.Replace("static ", "", StringComparison.Ordinal),
            2 => old.Replace("class", "struct", StringComparison.Ordinal),
            3 => old.Replace("class", "record", StringComparison.Ordinal),
            4 => old.Replace("class", "interface", StringComparison.Ordinal),
            5 => old.Replace(name, name + "<T>", StringComparison.Ordinal),
            6 => "file " + old,
            7 => $"partial class Wrap {{ }} {old}",
            8 => $"{old} : System.IDisposable",
            9 => old.Replace(name, name + "(int x)", StringComparison.Ordinal),
            10 => old.Replace("class", "record struct", StringComparison.Ordinal),
            11 => old.Replace("class", "ref struct", StringComparison.Ordinal),
            12 => old.Replace("class", "extension", StringComparison.Ordinal),
            _ => $"partial class {name} {{ }} {old}",
        });
    }

    private string WithProperty(SyntaxNode root, string text)
    {
        PropertyDeclarationSyntax[] properties = [.. root.DescendantNodes().OfType<PropertyDeclarationSyntax>().Where(property => property.AccessorList is not null && property.Identifier.Text.Length > 0)];
        if (properties.Length == 0)
        {
            return text;
        }

        PropertyDeclarationSyntax property = properties[random.Next(properties.Length)];
        TextSpan rest = TextSpan.FromBounds(property.Type.SpanStart, property.Span.End);
        TextSpan modifiers = property.Modifiers.Span;
        return random.Next(4) switch
        {
            0 => Replace(text, modifiers, Pick("public partial", "public static", "partial", "", "static partial", "public static partial required", "protected internal static partial", "public static unsafe partial", "new public static partial", "private protected static extern partial")),
            1 => Replace(text, property.Type.Span, Pick("Model?", "string", "var", "Provider", "object", "Model[]", "(Model, Model)", "System.Collections.Generic.List<string?>", "Missing", "T", "int*", "ref Model", "dynamic", "Models", "nint", "Model<int>")),
            2 => Replace(text, property.AccessorList!.Span, Pick("{ get; set; }", "{ get; init; }", "{ set; }", "{ }", "{ get => null!; }", "=> null!;", "{ get; } = null!;", "{ get; private set; } = default!;", "{ get { return new(); } }", ";", "{ get; get; }", "{ add; remove; }", "{ readonly get; }", "{ private get; }", "{ field; get; }")),
            _ => Replace(text, rest, text[rest.Start..rest.End].Replace(property.Identifier.Text, Pick("Catalog", "@class", "FailScopeTables", "_", "Name", "field", "Everything", "I.Explicit", "Model", "Provider", "FailScope", "System", "global", "日本", "a\u200Db", "Equals", "ToString"), StringComparison.Ordinal)),
        };
    }

    private static TextSpan[] Spans<T>(SyntaxNode root)
        where T : SyntaxNode => [.. root.DescendantNodes().OfType<T>().Where(node => node.Span.Length > 0).Select(node => node.Span)];

    private string With(TextSpan[] spans, string text, Func<string, string> change) =>
        spans.Length > 0 && Any(spans) is var span ? Replace(text, span, change(text[span.Start..span.End])) : text;

    private int Anywhere(SyntaxNode root) => root.DescendantTokens().ToArray() is { Length: > 0 } tokens ? tokens[random.Next(tokens.Length)].SpanStart : 0;

    private TextSpan Any(TextSpan[] spans) => spans.Length == 0 ? default : spans[random.Next(spans.Length)];

    private string Pick(params ReadOnlySpan<string> choices) => choices[random.Next(choices.Length)];

    private static string Replace(string text, TextSpan span, string with) => string.Concat(text.AsSpan(0, span.Start), with, text.AsSpan(span.End));
}
