namespace FailScope.Generators.Tests.Generation;

public class LongChainTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(128)]
    [InlineData(200)]
    [InlineData(1000)]
    public void Chains_of_any_length_retire_exactly_what_plain_sets_say(int length)
    {
        FallbackChain chain = GeneratorHarness.Load("App.Models", Sources.LongChain(length)).Chains[0];
        Assert.Equal(length, chain.Models.Count);

        for (int position = 0; position < length; position += Math.Max(1, length / 40))
        {
            Model failed = chain.Models[position];
            foreach (FailureKind kind in Enum.GetValues<FailureKind>())
            {
                IEnumerable<Model> expected = chain.Models.Where(model => model != failed && !IsRetired(failed, kind, model));

                Assert.Equal(expected, chain.Start().After(kind, failed).Remaining);
            }
        }
    }

    // The failure table, written again as plain conditions.
    private static bool IsRetired(Model failed, FailureKind kind, Model other) => kind switch
    {
        FailureKind.AuthenticationFailed or FailureKind.NotConfigured => other.Credential == failed.Credential,
        FailureKind.CreditExhausted => other.Account == failed.Account && (failed.IsFree || !other.IsFree),
        FailureKind.KeyBudgetExhausted => other.Credential == failed.Credential && (failed.IsFree || !other.IsFree),
        FailureKind.UsageLimitReached => other.Account == failed.Account,
        FailureKind.FreeQuotaExhausted => other.Account == failed.Account && other.IsFree,
        FailureKind.ProviderUnreachable => other.Provider == failed.Provider,
        FailureKind.ContextLengthExceeded => other.ContextWindow <= failed.ContextWindow,
        _ => false,
    };
}
