using System.Globalization;
using FailScope.Generators.Diagnostics;
using FailScope.Generators.PriceLists;
using FailScope.Generators.PriceLists.Reading;
using Microsoft.CodeAnalysis;

namespace FailScope.Generators.Analyzers.PriceLists;

/// <summary>Problems of a list itself, reported in the list.</summary>
internal static class PriceListFileRules
{
    internal static void Check(PriceListFile file, PriceListSettings settings, bool isFirst, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        PriceListReading reading = file.Read(cancellationToken);
        string name = file.Name;
        if (isFirst && settings.Mistake is { } mistake)
        {
            report(Diagnostic.Create(Descriptors.PriceListSetting, file.Locate(1, 1, cancellationToken), mistake));
        }

        if (reading.Problem is { } problem)
        {
            report(Diagnostic.Create(
                problem.IsFormat ? Descriptors.UnknownPriceListFormat : Descriptors.UnreadablePriceList,
                file.Locate(problem.Line, problem.Column, cancellationToken),
                name,
                problem.Message));
        }

        if (reading.List is not { } list)
        {
            return;
        }

        if (settings.Date is { } today && list.Date is { } date && (today - date).Days is var age && age > settings.MaxAge)
        {
            report(Diagnostic.Create(
                Descriptors.OldPriceList,
                file.Locate(1, 1, cancellationToken),
                name,
                ListedArguments.Day(date),
                age.ToString(CultureInfo.InvariantCulture),
                ListedArguments.Day(today),
                settings.MaxAge.ToString(CultureInfo.InvariantCulture)));
        }

        foreach (string provider in new ProjectPriceList(list, file.Providers).UnknownProviders())
        {
            report(Diagnostic.Create(Descriptors.PriceListSetting, file.Locate(1, 1, cancellationToken), $"the Provider metadata names '{provider}', which '{name}' does not contain"));
        }
    }
}
