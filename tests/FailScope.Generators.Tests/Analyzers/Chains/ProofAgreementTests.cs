using System.Globalization;
using System.Numerics;
using System.Reflection;
using System.Text.RegularExpressions;
using CsCheck;
using FailScope.Generators.Diagnostics;
using FailScope.Generators.Tests.Analyzers.Catalog;
using FailScope.Generators.Tests.Generation;
using Microsoft.CodeAnalysis;

namespace FailScope.Generators.Tests.Analyzers.Chains;

/// <summary>
/// Compares three things with plain sets, for random catalogs: the findings of the analyzer, the proofs at run time, and what
/// a turn really does with the generated tables.
/// </summary>
public sealed partial class ProofAgreementTests
{
    private const int Catalogs = 10;
    private const int SmallCatalogs = 20;

    // This many catalogs per compilation. CsCheck's own setting increases it.
    private static readonly long Compilations =
        Iterations.Or(5);

    private readonly HashSet<string> _seen = [];

    [Fact]
    public void The_analyzer_the_runtime_and_the_retire_tables_agree_with_plain_sets()
    {
        RandomCatalog.AnySize.Array[Catalogs].Sample(
            catalogs => ForEach(catalogs, (catalog, found, loaded) =>
            {
                CheckBrokenPromises(catalog, found);
                CheckWarnings(catalog, found);
                CheckEntries(catalog, found);
                CheckRunTime(catalog, loaded.Chains.Single(chain => chain.Name == "Promised"));
                foreach (((LossOf kind, string _), HashSet<string> taken) in catalog.Losses())
                {
                    // The turn ends with the first entry that the loss does not affect, or with none if it affects all.
                    Assert.Equal(
                        catalog.Entries.Select(entry => entry.Name).FirstOrDefault(name => !taken.Contains(name)),
                        Walk(catalog, loaded.Chains.Single(chain => chain.Name == "Plain"), entry => taken.Contains(entry.Name) ? FailureOf(kind) : null));
                }
            }),
            iter: Compilations,
            threads: 1);

        // Random catalogs that never violate a rule would prove nothing.
        Assert.Superset(
            new HashSet<string>(
            [
                DiagnosticIds.BrokenSurvivalContract, DiagnosticIds.OneKeyBehindChain, DiagnosticIds.OneProviderBehindChain,
                DiagnosticIds.FreeFallsBackToPriced, DiagnosticIds.SmallerContextWindow, DiagnosticIds.MissingCapability,
                DiagnosticIds.UndeclaredCapabilities, DiagnosticIds.TwoLossesEndChain,
            ]),
            _seen);
    }

    [Fact]
    public void An_entry_is_reported_as_unreachable_exactly_if_it_answers_in_no_possible_state()
    {
        RandomCatalog.Small.Array[SmallCatalogs].Sample(
            catalogs => ForEach(catalogs, (catalog, found, loaded) =>
            {
                FallbackChain chain = loaded.Chains.Single(chain => chain.Name == "Plain");
                List<string> things = [.. catalog.Entries.SelectMany(entry => entry.Needs).Distinct()];
                Dictionary<RandomCatalog.Offer, int> needs = catalog.Entries.ToDictionary(entry => entry, entry => entry.Needs.Sum(need => 1 << things.IndexOf(need)));
                var answering = new HashSet<string>();
                for (int missing = 0; missing < 1 << things.Count; missing++)
                {
                    if (Walk(catalog, chain, entry => (needs[entry] & missing) is not 0 and var lost ? FailureOf(things[BitOperations.TrailingZeroCount(lost)]) : null) is { } model)
                    {
                        answering.Add(model);
                    }
                }

                IEnumerable<string> unreachable = catalog.Entries.Select(entry => entry.Name).Where(name => !answering.Contains(name));
                Assert.Equal(
                    unreachable.Where(name => !HasAnotherFact(catalog, name)).Order(),
                    Names(found, DiagnosticIds.UnreachableEntry, "Plain", UnreachableEntry()).Order());
            }),
            iter: Compilations,
            threads: 1);

        Assert.Contains(DiagnosticIds.UnreachableEntry, _seen);
    }

    private void ForEach(RandomCatalog[] catalogs, Action<RandomCatalog, Diagnostic[], ModelCatalog> check)
    {
        string source = string.Concat(catalogs.Select((catalog, i) => catalog.ToSource($"N{i}")));
        Diagnostic[] found = CatalogAnalysis.Run(source);
        _seen.UnionWith(found.Select(diagnostic => diagnostic.Id));
        Compilation compilation = GeneratorHarness.RunAndUpdate(GeneratorHarness.Compile(source));
        using var stream = new MemoryStream();
        Assert.True(compilation.Emit(stream, cancellationToken: TestContext.Current.CancellationToken).Success);
        Assembly assembly = Assembly.Load(stream.ToArray());

        for (int i = 0; i < catalogs.Length; i++)
        {
            int start = source.IndexOf($"namespace N{i}\n", StringComparison.Ordinal);
            int end = i + 1 == catalogs.Length ? source.Length : source.IndexOf($"namespace N{i + 1}\n", StringComparison.Ordinal);
            check(
                catalogs[i],
                [.. found.Where(diagnostic => diagnostic.Location.SourceSpan.Start >= start && diagnostic.Location.SourceSpan.Start < end)],
                (ModelCatalog)assembly.GetType($"N{i}.Models")!.GetProperty("Catalog")!.GetValue(null)!);
        }
    }

    private static void CheckBrokenPromises(RandomCatalog catalog, Diagnostic[] found)
    {
        IEnumerable<string> told = found.Where(diagnostic => diagnostic.Id == DiagnosticIds.BrokenSurvivalContract).Select(Message);

        Assert.Equal(catalog.FatalLosses().Select(loss => Culprit(loss.Kind, loss.Thing)).Order(), told.Select(message => message[..message.IndexOf(", so ", StringComparison.Ordinal)].Replace("chain 'Promised'", "chain", StringComparison.Ordinal)).Order());
    }

    private static string Culprit(LossOf kind, string thing) => "Every model of chain " + kind switch
    {
        LossOf.Credit => $"is billed to account '{thing}'",
        LossOf.Credential => $"uses key '{thing}'",
        LossOf.Provider => $"is at provider '{thing}'",
        LossOf.FreeQuota => $"is a free model on account '{thing}'",
        LossOf.UsageLimit => $"is on account '{thing}'",
        _ => $"is '{thing}'",
    };

    private static void CheckWarnings(RandomCatalog catalog, Diagnostic[] found)
    {
        HashSet<LossOf> fatal = [.. catalog.FatalLosses().Select(loss => loss.Kind)];
        string? expected = fatal.Contains(LossOf.Credit) ? DiagnosticIds.OneEmptyBalanceEndsChain
            : fatal.Contains(LossOf.FreeQuota) ? DiagnosticIds.OneFreeQuotaBehindChain
            : fatal.Contains(LossOf.Credential) ? DiagnosticIds.OneKeyBehindChain
            : fatal.Contains(LossOf.Provider) ? DiagnosticIds.OneProviderBehindChain
            : null;
        string[] rules = [DiagnosticIds.OneEmptyBalanceEndsChain, DiagnosticIds.OneFreeQuotaBehindChain, DiagnosticIds.OneKeyBehindChain, DiagnosticIds.OneProviderBehindChain];

        Assert.Equal(expected is null ? [] : [expected], found.Select(diagnostic => diagnostic.Id).Where(rules.Contains));
        Assert.Equal(
            catalog.FatalPairs().Any(pair => !pair.Contains("Model ", StringComparison.Ordinal)),
            found.Any(diagnostic => diagnostic.Id == DiagnosticIds.TwoLossesEndChain && Message(diagnostic).Contains("'Plain'", StringComparison.Ordinal)));
    }

    private static void CheckEntries(RandomCatalog catalog, Diagnostic[] found)
    {
        RandomCatalog.Offer[] entries = [.. catalog.Entries];
        IEnumerable<string> smaller = entries.Where(entry => Window(entry) > 0 && Window(entry) < Window(entries[0])).Select(entry => entry.Name);
        Assert.Equal(smaller, Names(found, DiagnosticIds.SmallerContextWindow, "Plain", FirstQuoted()));

        IEnumerable<string> lacking = entries.Where(entry => catalog.Requires != 0 && entry.Capabilities is { } declared && (catalog.Requires & ~declared) != 0).Select(entry => entry.Name);
        Assert.Equal(lacking, Names(found, DiagnosticIds.MissingCapability, "Plain", FirstQuoted()));

        IEnumerable<string> silent = entries.Where(entry => catalog.Requires != 0 && entry.Capabilities is null).Select(entry => entry.Name);
        Assert.Equal(silent, Names(found, DiagnosticIds.UndeclaredCapabilities, "Plain", FirstQuoted()));

        bool startsToSpend = entries[0].Free && entries.Any(entry => !entry.Free);
        Assert.Equal(startsToSpend ? 2 : 0, found.Count(diagnostic => diagnostic.Id == DiagnosticIds.FreeFallsBackToPriced));
    }

    private static void CheckRunTime(RandomCatalog catalog, FallbackChain chain)
    {
        HashSet<(LossOf Kind, string Thing)> fatal = catalog.FatalLosses();
        foreach (LossOf kind in (LossOf[])[LossOf.Credit, LossOf.Credential, LossOf.Provider, LossOf.Model, LossOf.FreeQuota, LossOf.UsageLimit])
        {
            Assert.Equal(fatal.All(loss => loss.Kind != kind), chain.Survives(kind));
        }

        IReadOnlyList<ChainLoss> losses = chain.FindLosses();
        Assert.Equal(fatal.Order(), losses.Where(loss => loss.IsSingle).Select(loss => (loss.Resources[0].Kind, loss.Resources[0].Name)).Order());
        Assert.Equal(
            catalog.FatalPairs().Order(StringComparer.Ordinal),
            losses.Where(loss => !loss.IsSingle).Select(loss => RandomCatalog.Pair((loss.Resources[0].Kind, loss.Resources[0].Name), (loss.Resources[1].Kind, loss.Resources[1].Name))).Order(StringComparer.Ordinal));
    }

    /// <summary>The name of the model that answers; null if none does. Each failure is the one that a provider would send.</summary>
    private static string? Walk(RandomCatalog catalog, FallbackChain chain, Func<RandomCatalog.Offer, FailureKind?> fails)
    {
        FallbackState state = chain.Start();
        for (int calls = 0; state.TryGetNext(out Model? model); calls++)
        {
            Assert.True(calls < catalog.Chain.Length);
            if (fails(catalog.Offers.Single(offer => offer.Name == model.Name)) is not { } kind)
            {
                return model.Name;
            }

            state = state.After(kind);
        }

        return null;
    }

    private static FailureKind FailureOf(LossOf loss) => loss switch
    {
        LossOf.Credit => FailureKind.CreditExhausted,
        LossOf.Credential => FailureKind.AuthenticationFailed,
        LossOf.Provider => FailureKind.ProviderUnreachable,
        LossOf.FreeQuota => FailureKind.FreeQuotaExhausted,
        LossOf.UsageLimit => FailureKind.UsageLimitReached,
        _ => FailureKind.ModelUnavailable,
    };

    private static FailureKind FailureOf(string need) => need[..need.IndexOf(' ', StringComparison.Ordinal)] switch
    {
        "credit" => FailureKind.CreditExhausted,
        "budget" => FailureKind.KeyBudgetExhausted,
        "key" => FailureKind.AuthenticationFailed,
        "provider" => FailureKind.ProviderUnreachable,
        "free" => FailureKind.FreeQuotaExhausted,
        _ => FailureKind.ModelUnavailable,
    };

    private static bool HasAnotherFact(RandomCatalog catalog, string name)
    {
        RandomCatalog.Offer offer = catalog.Offers.Single(offer => offer.Name == name);
        return !catalog.Entries.TakeWhile(entry => entry.Name != name).Any(entry => entry.Id == offer.Id && entry.Key == offer.Key && entry.Prices == offer.Prices && entry.Capabilities == offer.Capabilities);
    }

    private static int Window(RandomCatalog.Offer offer) => offer.Prices.Contains("ContextWindow = 5", StringComparison.Ordinal) ? 5 : offer.Window;

    private static string Message(Diagnostic diagnostic) => diagnostic.GetMessage(CultureInfo.InvariantCulture);

    private static IEnumerable<string> Names(Diagnostic[] found, string id, string chain, Regex name) => found
        .Where(diagnostic => diagnostic.Id == id && Message(diagnostic).Contains($"chain '{chain}'", StringComparison.Ordinal))
        .Select(diagnostic => name.Match(Message(diagnostic)).Groups[1].Value);

    [GeneratedRegex("'([^']*)'")]
    private static partial Regex FirstQuoted();

    [GeneratedRegex("^'([^']*)' in chain")]
    private static partial Regex UnreachableEntry();
}
