using System.Globalization;
using System.Text;
using FailScope.Generators.Shared;
using Microsoft.CodeAnalysis;

namespace FailScope.Generators.Tests.Generation;

/// <summary>
/// A library that was built before the newest failure kind and the newest effect existed, in an app that runs this version.
/// An assembly is compiled with tables in that layout, and must behave like the same models here.
/// </summary>
public sealed class OlderLayoutTests
{
    private const int OlderKinds = 16;
    private const int OlderEffects = 7;

    [Theory]
    [InlineData(4)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(130)]
    public void A_library_compiled_with_an_older_table_layout_works_with_this_version(int length)
    {
        FallbackChain older = Load(Source(length, OlderKinds, OlderEffects));

        foreach (Model failed in older.Models)
        {
            foreach (FailureKind kind in Enum.GetValues<FailureKind>())
            {
                Assert.Equal(
                    older.Models.Where(model => model != failed && !IsRetired(failed, kind, model)),
                    older.Start().After(kind, failed).Remaining);
            }
        }
    }

    // Every second model is free, and all are on one account. The table is written again as plain conditions.
    private static bool IsRetired(Model failed, FailureKind kind, Model other) => kind switch
    {
        FailureKind.AuthenticationFailed or FailureKind.NotConfigured or FailureKind.ProviderUnreachable or FailureKind.UsageLimitReached => true,
        FailureKind.CreditExhausted or FailureKind.KeyBudgetExhausted => failed.IsFree || !other.IsFree,
        FailureKind.FreeQuotaExhausted => other.IsFree,
        _ => false,
    };

    private static FallbackChain Load(string source)
    {
        using var image = new MemoryStream();
        Assert.Empty(GeneratorHarness.Compile(source).Emit(image, cancellationToken: TestContext.Current.CancellationToken).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return (FallbackChain)System.Reflection.Assembly.Load(image.ToArray()).GetType("Older.Library")!.GetField("Chat")!.GetValue(null)!;
    }

    private static string Source(int length, int kinds, int effects)
    {
        var facts = new ChainFacts(length);
        for (int i = 0; i < length; i++)
        {
            facts.IsFree[i] = i % 2 == 1;
        }

        var source = new StringBuilder("using FailScope; using FailScope.CompilerServices; namespace Older; public static class Library { static readonly Provider P = CatalogFactory.Provider(\"L\", \"P\", \"https://p.example\"); static readonly Credential K = CatalogFactory.Credential(\"L\", \"K\", P, null, null);\n");
        source.Append("public static readonly FallbackChain Chat = CatalogFactory.Chain(\"Chat\", new Model[] { ");
        for (int i = 0; i < length; i++)
        {
            source.Append(CultureInfo.InvariantCulture, $"CatalogFactory.ModelPricedByToken(\"L\", \"M{i}\", \"m{i}\", K, {(facts.IsFree[i] ? "true" : "false")}, 0, 0, -1, -1, -1, null), ");
        }

        source.Append("}, LossOf.None, ModelCapabilities.None, ");
        if (length <= RetireTableLayout.ShortChain)
        {
            source.Append(CultureInfo.InvariantCulture, $"{kinds}, new ulong[] {{ {Numbers(RetireTableLayout.BuildShort(facts, kinds))} }}");
        }
        else
        {
            // The older index lacks the column of the newest effect.
            (ulong[] masks, ushort[] index) = RetireTableLayout.BuildLong(facts);
            IEnumerable<ushort> olderIndex = index.Where((_, row) => row >= length * RetireTableLayout.Effects || row % RetireTableLayout.Effects < effects);
            source.Append(CultureInfo.InvariantCulture, $"{effects}, static () => new ulong[] {{ {Numbers(masks)} }}, static () => new ushort[] {{ {Numbers(olderIndex)} }}");
        }

        return source.Append("); }").ToString();
    }

    private static string Numbers<T>(IEnumerable<T> numbers)
        where T : IFormattable =>
        string.Join(", ", numbers.Select(number => number.ToString(null, CultureInfo.InvariantCulture)));
}
