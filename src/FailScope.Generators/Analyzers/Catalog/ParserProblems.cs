using System.Collections.Immutable;
using FailScope.Generators.Diagnostics;
using FailScope.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace FailScope.Generators.Analyzers.Catalog;

/// <summary>What the parser found unsound: each kind of problem is a rule.</summary>
internal static class ParserProblems
{
    /// <summary>The property of a diagnostic that names what was probably meant, for the code fix.</summary>
    internal const string Nearest = "Nearest";

    internal static void Check(CatalogDeclaration catalog, CatalogReport report)
    {
        foreach (CatalogProblem problem in catalog.Problems)
        {
            if (problem.Kind == CatalogProblemKind.UnknownReference)
            {
                string nearest = (string)problem.Arguments[3];
                report.Add(
                    Descriptors.UnknownReference,
                    problem.Where,
                    nearest.Length == 0 ? ImmutableDictionary<string, string?>.Empty : ImmutableDictionary<string, string?>.Empty.Add(Nearest, nearest),
                    problem.Arguments[0],
                    problem.Arguments[1],
                    problem.Arguments[2],
                    nearest.Length == 0 ? "" : $"; did you mean '{nearest}'?");
            }
            else
            {
                report.Add(RuleOf(problem.Kind), problem.Where, problem.Arguments);
            }
        }
    }

    // A kind without a rule is CS8509, an error in this build. CS8524 speaks of numbers that are no kind at all.
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
