using CsCheck;
using FailScope.Generators.Tests.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FailScope.Generators.Tests.Analyzers.Catalog;

/// <summary>
/// A catalog is analyzed at every keystroke, when it is usually not valid C#. Whatever its content, generator and analyzer must
/// not throw, and their messages can be formatted.
/// </summary>
public sealed class HalfTypedCatalogTests
{
    private const string Whole = """
        using FailScope;
        [ModelCatalog]
        public static partial class Models
        {
            [Provider("https://p.example/v1")] public static partial Provider P { get; }
            [BillingAccount(nameof(P))] public static partial BillingAccount W { get; }
            [Credential(nameof(P), EnvironmentVariable = "KEY", Account = nameof(W))] public static partial Credential C { get; }
            [Model("a/b:free:online", nameof(C), Free = true, InputUsdPerMillion = -1.5, ContextWindow = 1 << 4, Capabilities = ModelCapabilities.Tools)]
            public static partial Model A { get; }
            [Model(credential: "C", id: @"b")] internal static partial FailScope.Model? B { get; }
            [FallbackChain(nameof(A), nameof(Models.B), "A", Survives = LossOf.Credit | LossOf.Model, Requires = (ModelCapabilities)3)]
            public static partial FallbackChain Chat { get; }
            [FallbackChain(new[] { "A", $"{nameof(B)}" })] public static FallbackChain Other => null!;
            public static partial Model D { get; }
        }
        """;

    private static readonly SyntaxToken[] Tokens = [.. CSharpSyntaxTree.ParseText(Whole, cancellationToken: TestContext.Current.CancellationToken).GetRoot().DescendantTokens()];

    [Fact]
    public void A_catalog_cut_off_at_any_position_is_analyzed()
    {
        foreach (SyntaxToken token in Tokens)
        {
            Analyze(Whole[..token.SpanStart]);
        }
    }

    [Fact]
    public void A_catalog_with_any_token_missing_is_analyzed()
    {
        foreach (SyntaxToken token in Tokens)
        {
            Analyze(Whole.Remove(token.SpanStart, token.Span.Length));
        }
    }

    [Fact]
    public void A_catalog_with_any_fragment_inserted_anywhere_is_analyzed()
    {
        string[] scraps =
        [
            "", "\"", "'", "(", ")", "[", "]", "{", "}", ",", ";", "=", "@", "$\"", "\"\"\"", "/*", "//", "#if", "\n", "\0", "\ud800", "null", "nameof(", "nameof()",
            "nameof(A.B.C)", "typeof(int)", "new string[0]", "[..]", "..", "=> ", "partial", "static", "record", "file ", "this", "default", "A", "int.MaxValue + 1", "1/0", "<T>",
        ];
        Gen.Select(Gen.Int[0, Tokens.Length - 1], Gen.Int[0, Tokens.Length - 1], Gen.Int[0, scraps.Length - 1], Gen.Bool).Sample(
            (from, to, scrap, replace) =>
            {
                int start = Math.Min(Tokens[from].SpanStart, Tokens[to].SpanStart);
                int end = replace ? Math.Min(Whole.Length, start + Math.Abs(Tokens[to].SpanStart - Tokens[from].SpanStart)) : start;
                Analyze(string.Concat(Whole.AsSpan(0, start), scraps[scrap], Whole.AsSpan(end)));
            },
            iter: Iterations.Or(150),
            threads: 1);
    }

    private static void Analyze(string source)
    {
        CSharpCompilation compilation = GeneratorHarness.Compile(source);
        Assert.All(GeneratorHarness.CreateDriver().RunGenerators(compilation, TestContext.Current.CancellationToken).GetRunResult().Results, result => Assert.Null(result.Exception));
        foreach (Diagnostic diagnostic in CatalogAnalysis.Run(compilation))
        {
            Assert.NotEmpty(diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        }
    }
}
