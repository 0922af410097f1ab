using CsCheck;
using FailScope.Generators.Tests.Generation;

namespace FailScope.Generators.Tests.Oracle;

/// <summary>
/// Compares generated tables, run-time chains and chain proofs with an oracle of plain sets. Each sample is a catalog that is
/// generated, compiled and loaded, and a thousand failure sequences. The number of samples is CsCheck's own
/// setting: <c>CsCheck_Iter=1000</c> gives a million sequences.
/// </summary>
public class OracleTests
{
    private const int SequencesPerCatalog = 1000;
    private const int ShortRun = 25;

    private static readonly FailureKind[] Kinds = Enum.GetValues<FailureKind>();

    [Fact]
    public void Every_table_chain_and_proof_agrees_with_plain_sets()
    {
        long sequences = 0;
        Gen.Select(CatalogSpec.Any, Gen.UInt).Sample(
            (spec, seed) =>
            {
                Check(spec, new Random(unchecked((int)seed)));
                Interlocked.Add(ref sequences, SequencesPerCatalog);
            },
            print: sample => sample.Item1.ToSource(),
            iter: Iterations.Or(ShortRun));
        TestContext.Current.TestOutputHelper?.WriteLine($"{sequences:N0} failure sequences, 0 differences.");
    }

    private static void Check(CatalogSpec spec, Random random)
    {
        ModelCatalog catalog = GeneratorHarness.Load("App.Models", spec.ToSource());
        var oracle = new SetOracle(spec);
        FallbackChain generated = catalog.Chains[0];
        FallbackChain made = catalog.CreateChain([.. spec.Chain.Select(model => $"M{model}")]);
        for (int model = 0; model < spec.Models.Length; model++)
        {
            Assert.True(oracle.IsFree(model) == catalog.Models[model].IsFree, $"M{model} is free: {oracle.IsFree(model)}.");
        }

        foreach (LossOf loss in new[] { LossOf.Credit, LossOf.Credential, LossOf.Provider, LossOf.Model, LossOf.FreeQuota, LossOf.UsageLimit })
        {
            Assert.True(oracle.Survives(loss) == generated.Survives(loss), $"Survives the loss of {loss}: {oracle.Survives(loss)}.");
        }

        for (int i = 0; i < SequencesPerCatalog; i++)
        {
            // Includes bits without a name.
            int required = random.Next(3) == 0 ? random.Next(1024) : 0;
            HashSet<int> expected = oracle.Start(required);
            FallbackState state = generated.Start((ModelCapabilities)required);
            FallbackState other = made.Start((ModelCapabilities)required);
            AssertSame(spec, catalog, expected, state, other);
            while (expected.Count > 0)
            {
                FailureKind kind = Kinds[random.Next(Kinds.Length)];

                // Usually the next model, as in a turn; sometimes another one, as with a caller that uses cool-downs.
                int failed = spec.Chain.First(expected.Contains);
                if (random.Next(4) == 0)
                {
                    failed = spec.Chain[random.Next(spec.Chain.Length)];
                    state = state.After(kind, catalog.Models[failed]);
                    other = other.After(kind, catalog.Models[failed]);
                }
                else
                {
                    state = state.After(kind);
                    other = other.After(kind);
                }

                oracle.Fail(expected, failed, kind);
                AssertSame(spec, catalog, expected, state, other);
            }
        }
    }

    private static void AssertSame(CatalogSpec spec, ModelCatalog catalog, HashSet<int> expected, FallbackState state, FallbackState other)
    {
        int count = 0;
        foreach (int model in spec.Chain)
        {
            if (!expected.Contains(model))
            {
                continue;
            }

            if (count == 0)
            {
                Assert.True(state.TryGetNext(out Model? next) && next == catalog.Models[model], $"The next model is {catalog.Models[model]}.");
            }

            count++;
            Assert.True(state.Contains(catalog.Models[model]) && other.Contains(catalog.Models[model]), $"{catalog.Models[model]} remains.");
        }

        Assert.Equal(count, state.Remaining.Count);
        Assert.Equal(count, other.Remaining.Count);
    }
}
