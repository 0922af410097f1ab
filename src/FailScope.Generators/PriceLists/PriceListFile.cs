using System.Runtime.CompilerServices;
using FailScope.Generators.PriceLists.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace FailScope.Generators.PriceLists;

/// <summary>
/// A price list file of the project. Equality compares the text object, so that an unrelated edit changes nothing.
/// </summary>
/// <param name="Text">The file.</param>
/// <param name="Providers">The names of the catalog's providers in the list, as set in the project; empty if not set.</param>
internal readonly record struct PriceListFile(AdditionalText Text, string Providers)
{
    internal const string MarkMetadata = "build_metadata.AdditionalFiles.FailScopePrices";
    internal const string ProviderMetadata = "build_metadata.AdditionalFiles.FailScopePricesProvider";

    // A text is read only once, by the generator or by an analyzer, in this compilation or a later one. The result is collected
    // together with the text; an edited file is a new text.
    private static readonly ConditionalWeakTable<AdditionalText, PriceListReading> Readings = new();

    /// <summary>The name of the file, without its folder.</summary>
    internal string Name => Text.Path.Substring(Text.Path.LastIndexOfAny(['/', '\\']) + 1);

    /// <summary>The file, if the project names it as a price list; null otherwise.</summary>
    internal static PriceListFile? From(AdditionalText text, AnalyzerConfigOptionsProvider options)
    {
        AnalyzerConfigOptions metadata = options.GetOptions(text);
        return metadata.TryGetValue(MarkMetadata, out string? mark) && string.Equals(mark, "true", StringComparison.OrdinalIgnoreCase)
            ? new PriceListFile(text, metadata.TryGetValue(ProviderMetadata, out string? providers) ? providers : "")
            : null;
    }

    /// <summary>
    /// The contents of the file. Contains neither a list nor a problem if the compiler could not read the file, which it reports itself.
    /// </summary>
    internal PriceListReading Read(CancellationToken cancellationToken)
    {
        if (Readings.TryGetValue(Text, out PriceListReading? reading))
        {
            return reading;
        }

        cancellationToken.ThrowIfCancellationRequested();
        PriceListReading read = Text.GetText(cancellationToken) is { } content
            ? PriceListReader.Read(new SourceTextReader(content), Name)
            : new PriceListReading(null, null);
        return Readings.GetValue(Text, _ => read);
    }

    /// <summary>A place in the file, for a diagnostic.</summary>
    internal Location Locate(int line, int column, CancellationToken cancellationToken)
    {
        int position = 0;
        if (Text.GetText(cancellationToken) is { } content && line <= content.Lines.Count)
        {
            TextLine found = content.Lines[line - 1];
            position = Math.Min(found.Start + column - 1, found.End);
        }

        var place = new LinePosition(line - 1, column - 1);
        return Location.Create(Text.Path, new TextSpan(position, 0), new LinePositionSpan(place, place));
    }
}
