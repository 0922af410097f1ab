using FailScope.Generators.Analyzers.Catalog;
using FailScope.Generators.Tests.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace FailScope.Generators.Tests.Analyzers.Catalog;

/// <summary>Tests that apply to every catalog rule, and helpers to test one rule in one catalog.</summary>
public abstract class CatalogRuleTests : RuleTests<CatalogAnalyzer>
{
    private const string Open = "[|";
    private const string Close = "|]";

    /// <summary>The catalog of <see cref="Sources.Catalog"/> with these members.</summary>
    protected static string Catalog(string members) => Sources.Catalog(members);

    /// <summary>Asserts that the rule reports exactly what is marked with <c>[|…|]</c>.</summary>
    /// <returns>The messages, in the order of the source.</returns>
    protected IReadOnlyList<string> Finds(string marked)
    {
        string source = Unmark(marked, out List<TextSpan> spans);
        Assert.NotEmpty(spans);
        Diagnostic[] found = Of(source);
        Assert.Equal(spans, found.Select(diagnostic => diagnostic.Location.SourceSpan));
        return [.. found.Select(diagnostic => diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture))];
    }

    protected void FindsNothing(string source) => Assert.Empty(Of(source).Select(diagnostic => diagnostic.ToString()));

    /// <summary>The findings of the rule in these files.</summary>
    protected Diagnostic[] Of(params string[] sources) => [.. CatalogAnalysis.RunWith(PriceList, sources).Where(diagnostic => diagnostic.Id == Id)];

    private static string Unmark(string marked, out List<TextSpan> spans)
    {
        spans = [];
        string source = marked;
        for (int open; (open = source.IndexOf(Open, StringComparison.Ordinal)) >= 0;)
        {
            source = source.Remove(open, Open.Length);
            int close = source.IndexOf(Close, open, StringComparison.Ordinal);
            source = source.Remove(close, Close.Length);
            spans.Add(TextSpan.FromBounds(open, close));
        }

        return source;
    }
}
