using FailScope.Generators.Diagnostics;
using FailScope.Tool.Assemblies;

namespace FailScope.Tool.Checking;

/// <summary>What one loss leaves of a chain, as the chain's own proofs say it.</summary>
internal static class ChainChecks
{
    /// <summary>The losses that a chain should be told of that promises nothing, the likeliest first: to mend it mostly mends the others.</summary>
    private static readonly (LossOf Kind, string Rule, FindingLevel Level)[] Unpromised =
    [
        (LossOf.Credit, DiagnosticIds.OneEmptyBalanceEndsChain, FindingLevel.Warning),
        (LossOf.FreeQuota, DiagnosticIds.OneFreeQuotaBehindChain, FindingLevel.Note),
        (LossOf.Credential, DiagnosticIds.OneKeyBehindChain, FindingLevel.Note),
        (LossOf.Provider, DiagnosticIds.OneProviderBehindChain, FindingLevel.Note),
    ];

    internal static IEnumerable<Finding> Check(BuiltCatalog catalog) => catalog.Chains.SelectMany(chain => Check(catalog, chain));

    private static IEnumerable<Finding> Check(BuiltCatalog catalog, BuiltChain chain)
    {
        LostThing[] fatal = [.. chain.Chain.FindLosses().Where(loss => loss.IsSingle).Select(loss => loss.Things[0])];
        if (chain.Promised is { } promised)
        {
            return fatal.Where(loss => promised.HasFlag(loss.Kind)).Select(loss => new Finding(
                FindingLevel.Error,
                DiagnosticIds.BrokenSurvivalContract,
                catalog.Catalog.Name,
                chain.Chain.Name,
                $"The chain promises to survive the loss of {loss}, and none of its models remains then. Add {Remedy(loss.Kind)}."));
        }

        (LossOf kind, string rule, FindingLevel level) = Array.Find(Unpromised, row => Array.Exists(fatal, loss => loss.Kind == row.Kind));
        return rule is null
            ? []
            : [new Finding(level, rule, catalog.Catalog.Name, chain.Chain.Name, $"The loss of {Array.Find(fatal, loss => loss.Kind == kind)} leaves none of the chain's models. Add {Remedy(kind)}.")];
    }

    private static string Remedy(LossOf kind) => kind switch
    {
        LossOf.Credit => "a free model, or one on another account",
        LossOf.FreeQuota => "a priced model, or a free one on another account",
        LossOf.Credential => "a model on another key",
        LossOf.Provider => "a model at another provider",
        _ => "another model",
    };
}
