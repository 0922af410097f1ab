using System.Globalization;
using FailScope.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace FailScope.Tool.Checking;

/// <summary>Converts the diagnostics of the analyzers to findings.</summary>
internal static class Findings
{
    /// <summary>Rules about the source text of a declaration, which cannot be checked from attributes.</summary>
    private static readonly string[] OfSourceAlone = [DiagnosticIds.ReferenceAsString];

    internal static Finding[] Of(IEnumerable<(Diagnostic Diagnostic, (string Catalog, string Member)? Place)> found, SourceFinder sources) =>
    [
        .. from report in found
           where !OfSourceAlone.Contains(report.Diagnostic.Id)
           let place = report.Place ?? ("", Path.GetFileName(report.Diagnostic.Location.GetLineSpan().Path))
           select new Finding(LevelOf(report.Diagnostic.Severity), report.Diagnostic.Id, place.Item1, place.Item2, report.Diagnostic.GetMessage(CultureInfo.InvariantCulture))
           {
               Location = sources.Find(place.Item1, place.Item2),
               HelpLink = report.Diagnostic.Descriptor.HelpLinkUri,
           },
    ];

    private static FindingLevel LevelOf(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => FindingLevel.Error,
        DiagnosticSeverity.Warning => FindingLevel.Warning,
        _ => FindingLevel.Note,
    };
}
