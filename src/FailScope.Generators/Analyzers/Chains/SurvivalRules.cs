using System.Collections.Immutable;
using FailScope.Generators.Analyzers.Catalog;
using FailScope.Generators.Diagnostics;
using FailScope.Generators.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FailScope.Generators.Analyzers.Chains;

/// <summary>
/// Which single losses a chain survives: checks <c>Survives</c>, and reports chains that do not set it. Any value of
/// <c>Survives</c>, including <c>LossOf.None</c>, turns off the rules for chains without it.
/// </summary>
internal static class SurvivalRules
{
    /// <summary>The property of a diagnostic that holds the value of <c>Survives</c>, for the code fix.</summary>
    internal const string Promise = "Survives";

    internal static void Check(ChainView chain, CatalogReport report)
    {
        if (!chain.IsComplete)
        {
            return;
        }

        List<LossFact> fatal = ChainProof.FindSingles(chain.Facts);
        if (chain.Chain.Survives.Expression is { } promise)
        {
            CheckPromise(chain, promise, fatal, report);
            return;
        }

        // The first one is the most likely, and fixing it usually fixes the others.
        foreach ((LossOf kind, DiagnosticDescriptor rule) in Unpromised)
        {
            int culprit = fatal.FindIndex(loss => loss.Kind == kind);
            if (culprit >= 0)
            {
                Report(rule, chain.Chain.Syntax.Identifier, chain, fatal[culprit], report);
                break;
            }
        }

        // Setting Survives turns off the warning about credit, so it is not offered if that warning is reported.
        if (!fatal.Exists(loss => loss.Kind == LossOf.Credit))
        {
            SuggestPromise(chain, fatal, report);
        }
    }

    private static readonly (LossOf, DiagnosticDescriptor)[] Unpromised =
    [
        (LossOf.Credit, Descriptors.OneEmptyBalanceEndsChain),
        (LossOf.FreeQuota, Descriptors.OneFreeQuotaBehindChain),
        (LossOf.Credential, Descriptors.OneKeyBehindChain),
        (LossOf.Provider, Descriptors.OneProviderBehindChain),
    ];

    private static void CheckPromise(ChainView chain, ExpressionSyntax promise, List<LossFact> fatal, CatalogReport report)
    {
        foreach (LossFact loss in fatal)
        {
            if ((chain.Chain.Survives.Content & loss.Kind) != 0)
            {
                Report(Descriptors.BrokenSurvivalContract, WordFor(loss.Kind, promise), chain, loss, report);
            }
        }
    }

    /// <summary>The flag in the expression, or the whole expression if the flag is not written out.</summary>
    private static ExpressionSyntax WordFor(LossOf kind, ExpressionSyntax promise)
    {
        string name = kind.ToString();
        foreach (SyntaxNode node in promise.DescendantNodesAndSelf())
        {
            if (node is SimpleNameSyntax simple && simple.Identifier.ValueText == name)
            {
                return simple.Parent is MemberAccessExpressionSyntax access && access.Name == simple ? access : simple;
            }
        }

        return promise;
    }

    private static void Report(DiagnosticDescriptor rule, SyntaxNodeOrToken where, ChainView chain, LossFact loss, CatalogReport report)
    {
        string name = chain.NameOf(loss);
        (string what, string when, string remedy) = loss.Kind switch
        {
            LossOf.Credit => ($"is billed to account '{name}'", "that account is out of credit", "a free model, or a model on another account"),
            LossOf.Credential => ($"uses key '{name}'", "that key is refused", "a model that uses another key"),
            LossOf.Provider => ($"is at provider '{name}'", "that provider cannot be reached", "a model at another provider"),
            LossOf.FreeQuota => ($"is a free model on account '{name}'", "the free requests of that account are used up", "a priced model, or a free model on another account"),
            LossOf.UsageLimit => ($"is on account '{name}'", "the plan of that account reaches its usage limit", "a model on another account"),
            LossOf.Model => ($"is '{name}'", "that model fails", "another model"),
            _ => throw new ArgumentOutOfRangeException(nameof(loss), loss.Kind, "The value is not a single LossOf flag."),
        };
        report.Add(rule, where, $"Every model of chain '{chain.Chain.Name}' {what}", when, remedy);
    }

    private static void SuggestPromise(ChainView chain, List<LossFact> fatal, CatalogReport report)
    {
        // Kinds that the chain cannot lose are left out: surviving them means nothing.
        LossOf[] survived = [.. RetireRules.Losses.Where(kind => chain.Facts.Things(kind).Any() && !fatal.Exists(loss => loss.Kind == kind))];
        if (survived.Length > 0)
        {
            string promise = string.Join(" | ", survived.Select(kind => $"LossOf.{kind}"));
            report.Add(
                Descriptors.UnstatedSurvival,
                chain.Chain.Syntax.Identifier,
                ImmutableDictionary<string, string?>.Empty.Add(Promise, promise),
                chain.Chain.Name,
                string.Join(", ", survived.Select(Describe)),
                promise);
        }
    }

    private static string Describe(LossOf kind) => kind switch
    {
        LossOf.Credit => "account credit",
        LossOf.Credential => "key",
        LossOf.Provider => "provider",
        LossOf.FreeQuota => "free quota",
        LossOf.UsageLimit => "plan usage allowance",
        LossOf.Model => "model",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "The value is not a single LossOf flag."),
    };
}
