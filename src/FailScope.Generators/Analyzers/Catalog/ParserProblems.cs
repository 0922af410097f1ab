using System.Collections.Immutable;
using FailScope.Generators.Analyzers.PriceLists;
using FailScope.Generators.Diagnostics;
using FailScope.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace FailScope.Generators.Analyzers.Catalog;

/// <summary>The problems that the parser found. Each kind of problem is a rule.</summary>
internal static class ParserProblems
{
    /// <summary>The property of a diagnostic with the nearest name, for the code fix.</summary>
    internal const string Nearest = "Nearest";

    /// <summary>
    /// The property of a diagnostic with the name of the type to change: the catalog class or a containing type.
    /// </summary>
    internal const string Type = "Type";

    internal static void Check(CatalogDeclaration catalog, CatalogReport report)
    {
        foreach (CatalogProblem problem in catalog.Problems)
        {
            switch (problem.Kind)
            {
                case CatalogProblemKind.ClassShape:
                    report.Add(Descriptors.CatalogClassShape, problem.Where, With(Type, (string)problem.Arguments[0]), problem.Arguments);
                    break;

                case CatalogProblemKind.UnknownReference:
                    Report(catalog, problem, report);
                    break;

                default:
                    report.Add(RuleOf(problem.Kind), problem.Where, problem.Arguments);
                    break;
            }
        }
    }

    // A chain may contain the id of a model instead of its property: an id that the catalog declares, or one from a price list.
    private static void Report(CatalogDeclaration catalog, CatalogProblem problem, CatalogReport report)
    {
        string name = (string)problem.Arguments[2];
        string nearest = (string)problem.Arguments[3];
        ListedReference? listed = null;
        if (catalog.ByName.TryGetValue((string)problem.Arguments[0], out MemberDeclaration? member) && member is ChainDeclaration chain)
        {
            if (catalog.Models.FirstOrDefault(model => model.Id.Content == name) is { } declared)
            {
                nearest = declared.Name;
            }
            else
            {
                listed = ListedReference.Find(catalog, chain, name);
            }
        }

        string hint = (listed?.Hint ?? "") + (nearest.Length == 0 ? "" : $"; did you mean '{nearest}'?");
        report.Add(Descriptors.UnknownReference, problem.Where, With(Nearest, nearest).AddRange(listed?.Properties ?? ImmutableDictionary<string, string?>.Empty), [.. problem.Arguments.Take(3), hint]);
    }

    private static ImmutableDictionary<string, string?> With(string property, string value) =>
        value.Length == 0 ? ImmutableDictionary<string, string?>.Empty : ImmutableDictionary<string, string?>.Empty.Add(property, value);

    // A kind without a rule is CS8509, an error in this build. CS8524 concerns undefined values.
#pragma warning disable CS8524
    private static DiagnosticDescriptor RuleOf(CatalogProblemKind kind) => kind switch
    {
        CatalogProblemKind.ClassShape => Descriptors.CatalogClassShape,
        CatalogProblemKind.MemberShape => Descriptors.CatalogMemberShape,
        CatalogProblemKind.MissingValue => Descriptors.EmptyArgument,
        CatalogProblemKind.UnknownReference => Descriptors.UnknownReference,
        CatalogProblemKind.WrongKindOfReference => Descriptors.WrongKindOfReference,
        CatalogProblemKind.ForeignReference => Descriptors.ForeignReference,
        CatalogProblemKind.Endpoint => Descriptors.InvalidEndpoint,
        CatalogProblemKind.Price => Descriptors.InvalidPrice,
        CatalogProblemKind.TokenCount => Descriptors.InvalidTokenCount,
        CatalogProblemKind.EmptyChain => Descriptors.EmptyChain,
        CatalogProblemKind.DuplicateInChain => Descriptors.DuplicateInChain,
        CatalogProblemKind.AccountOfOtherProvider => Descriptors.AccountOfOtherProvider,
        CatalogProblemKind.ReservedName => Descriptors.ReservedName,
    };
#pragma warning restore CS8524
}
