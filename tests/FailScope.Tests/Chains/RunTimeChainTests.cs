using CsCheck;
using FailScope.CompilerServices;
using FailScope.Tests.Fixtures;

namespace FailScope.Tests.Chains;

/// <summary>Compares short and long chains, whose tables are computed at run time, with the rules in plain code.</summary>
public class RunTimeChainTests
{
    private static readonly Gen<ModelCatalog> Catalogs =
        from seed in Gen.Int
        from count in Gen.OneOf(Gen.Int[1, 12], Gen.Int[60, 140])
        select Create(new Random(seed), count);

    [Fact]
    public void Every_failure_retires_the_models_that_the_rules_say() => Catalogs.Sample(catalog => AssertRules(catalog), iter: Iterations.Or(20));

    [Theory]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(130)]
    public void Every_failure_retires_the_models_that_the_rules_say_at_a_multiple_of_64_models(int count) =>
        AssertRules(Create(new Random(count), count), every: 9);

    [Fact]
    public void A_whole_turn_ends_where_the_rules_say() =>
        (from catalog in Catalogs
         from kinds in Gen.Int[0, (int)FailureKind.Cancelled].Array[160]
         select (catalog, kinds)).Sample(
        turn =>
        {
            FallbackChain chain = turn.catalog.CreateChain([.. turn.catalog.Models.Select(model => model.Name)]);
            List<Model> left = [.. chain.Models];
            FallbackState state = chain.Start();
            foreach (FailureKind kind in turn.kinds.Select(kind => (FailureKind)kind))
            {
                Assert.Equal(left.Count > 0, state.TryGetNext(out Model? next));
                Assert.Equal(left.FirstOrDefault(), next);
                Assert.Equal(left, state.Remaining);
                Assert.Equal(left.Count, state.Remaining.Count);
                Assert.Equal(state, chain.Models.Except(left).Aggregate(chain.Start(), (all, model) => all.After(FailureKind.Unknown, model)));
                state = state.After(kind);
                if (next is not null)
                {
                    left.RemoveAll(model => Retires(kind, next, model));
                }
            }
        },
        iter: Iterations.Or(60));

    [Fact]
    public void A_turn_starts_without_the_models_known_to_lack_a_required_capability() => Catalogs.Sample(
        catalog =>
        {
            FallbackChain chain = catalog.CreateChain([.. catalog.Models.Select(model => model.Name)]);
            for (int required = 0; required < 256; required++)
            {
                var needs = (ModelCapabilities)required;
                Assert.Equal(chain.Models.Where(model => model.Capabilities is not { } known || known.HasFlag(needs)), chain.Start(needs).Remaining);
            }
        },
        iter: Iterations.Or(10));

    [Fact]
    public void A_chain_without_remaining_models_has_no_next_model()
    {
        FallbackState state = CatalogFactory.Chain("None", [], LossOf.None, ModelCapabilities.None, 1, new ulong[RetireTableLayout.Capabilities]).Start(ModelCapabilities.Tools);
        Assert.False(state.TryGetNext(out _));
        Assert.Empty(state.Remaining);
        Assert.Equal(state, state.After(FailureKind.CreditExhausted));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(128)]
    [InlineData(129)]
    public void A_chain_of_any_length_starts_with_all_models_and_loses_one_at_a_time(int count)
    {
        FallbackChain chain = Chain.OfLength(count);
        FallbackState state = chain.Start();
        Assert.Equal(chain.Models, state.Remaining);
        foreach (Model model in chain.Models)
        {
            Assert.Equal(model, state.TryGetNext(out Model? next) ? next : null);
            state = state.After(FailureKind.RateLimited);
        }

        Assert.False(state.TryGetNext(out Model? none));
        Assert.Null(none);
        Assert.All(Enum.GetValues<FailureKind>(), kind => Assert.Equal(state, state.After(kind)));
        Assert.False(state.Contains(Shop.Large));
        Assert.Throws<ArgumentException>(() => chain.Start().After(FailureKind.RateLimited, Shop.Large));
    }

    [Fact]
    public void A_state_has_value_equality()
    {
        FallbackState start = Shop.All.Start();
        FallbackState after = start.After(FailureKind.RateLimited);
        Assert.True(start == Shop.All.Start());
        Assert.False(start != Shop.All.Start());
        Assert.True(start != after);
        Assert.False(start == after);
        Assert.NotEqual<object>(start, "Large");
        Assert.NotEqual(start, Shop.Catalog.CreateChain("Large", "Medium", "SmallFree", "LargeSpare", "DirectA", "DirectB").Start());
        Assert.Equal(start.GetHashCode(), Shop.All.Start().GetHashCode());
        Assert.NotEqual(start.GetHashCode(), after.GetHashCode());
        Assert.Equal("Medium, SmallFree, LargeSpare, DirectA, DirectB", after.ToString());

        FallbackChain chain = Chain.OfLength(130);
        Assert.Equal(chain.Start().After(FailureKind.RateLimited).GetHashCode(), chain.Start().After(FailureKind.RateLimited).GetHashCode());
        Assert.NotEqual(chain.Start().GetHashCode(), chain.Start().After(FailureKind.RateLimited).GetHashCode());
        Assert.NotEqual(chain.Start().GetHashCode(), Chain.OfLength(130).Start().GetHashCode());
    }

    [Fact]
    public void A_default_state_has_no_models()
    {
        Assert.False(default(FallbackState).Contains(Shop.Large));
        Assert.Equal("", default(FallbackState).ToString());
        Assert.StartsWith("The model 'Large' is not in the chain ''.", Foreign(default).Message, StringComparison.Ordinal);
        Assert.StartsWith("The model 'Large' is not in the chain 'Pair'.", Foreign(Shop.Pair.Start()).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => Shop.Pair.Start().Contains(null!));
        Assert.Throws<ArgumentNullException>(() => Shop.Pair.Start().After(FailureKind.Unknown, null!));

        static ArgumentException Foreign(FallbackState state) => Assert.Throws<ArgumentException>(() => state.After(FailureKind.Unknown, Shop.Large));
    }

    [Fact]
    public void ToString_shows_the_name_and_the_models() =>
        Assert.Equal("Founding: Large → Medium → SmallFree", Shop.Founding.ToString());

    [Fact]
    public void The_remaining_models_can_be_enumerated_repeatedly()
    {
        RemainingModels.Enumerator left = Shop.Pair.Start().Remaining.GetEnumerator();
        Assert.True(left.MoveNext());
        Assert.True(left.MoveNext());
        Assert.False(left.MoveNext());
        Assert.Equal(Shop.DirectB, left.Current);
        left.Reset();
        Assert.True(left.MoveNext());
        Assert.Equal(Shop.DirectA, left.Current);
    }

    [Theory]
    [InlineData("sonnet", "Sonnet")]
    [InlineData("Sonet", "Sonnet")]
    [InlineData("LamaFree", "LlamaFree")]
    [InlineData("LlamaFreee", "LlamaFree")]
    [InlineData("LlamaFere", "LlamaFree")]
    [InlineData("Sonne", "Sonnet")]
    [InlineData("Sonn", null)]
    [InlineData("Gpt", "Gpt5")]
    [InlineData("Opus", null)]
    [InlineData("S", null)]
    [InlineData("LlamaFreeOrAnother", null)]
    public void A_misspelled_name_is_reported_with_the_nearest_one(string name, string? nearest) =>
        Assert.Equal(nearest, NearestName.Find(name, ["Gpt5", "Sonnet", "LlamaFree"]));

    [Theory]
    [InlineData("a", "xy")]
    [InlineData("abcdef", "XYabcdeZ")]
    public void A_name_that_is_too_different_is_not_suggested(string name, string other) => Assert.Null(NearestName.Find(name, [other]));

    [Fact]
    public void The_nearest_name_is_suggested_and_the_first_of_equally_near_ones() =>
        Assert.Equal(["Model12", "ModelA"], [NearestName.Find("Model123", ["Model", "Model12"]), NearestName.Find("ModelX", ["ModelA", "ModelB"])]);

    private static void AssertRules(ModelCatalog catalog, int every = 1)
    {
        FallbackChain chain = catalog.CreateChain([.. catalog.Models.Select(model => model.Name)]);
        foreach (Model failed in chain.Models.Where((_, position) => position % every == 0))
        {
            foreach (FailureKind kind in Enum.GetValues<FailureKind>())
            {
                Model[] expected = [.. chain.Models.Where(model => !Retires(kind, failed, model))];
                FallbackState left = chain.Start().After(kind, failed);
                Assert.Equal(expected, left.Remaining);
                Assert.Equal(expected, chain.Models.Where(left.Contains));
            }
        }
    }

    private static bool Retires(FailureKind kind, Model failed, Model other) => ReferenceEquals(failed, other) || kind switch
    {
        FailureKind.AuthenticationFailed or FailureKind.NotConfigured => ReferenceEquals(other.Credential, failed.Credential),
        FailureKind.CreditExhausted when failed.IsFree => ReferenceEquals(other.Account, failed.Account),
        FailureKind.CreditExhausted => ReferenceEquals(other.Account, failed.Account) && !other.IsFree,
        FailureKind.KeyBudgetExhausted when failed.IsFree => ReferenceEquals(other.Credential, failed.Credential),
        FailureKind.KeyBudgetExhausted => ReferenceEquals(other.Credential, failed.Credential) && !other.IsFree,
        FailureKind.UsageLimitReached => ReferenceEquals(other.Account, failed.Account),
        FailureKind.FreeQuotaExhausted => ReferenceEquals(other.Account, failed.Account) && other.IsFree,
        FailureKind.ProviderUnreachable => ReferenceEquals(other.Provider, failed.Provider),
        FailureKind.ContextLengthExceeded => other.ContextWindow <= failed.ContextWindow,
        _ => false,
    };

    private static ModelCatalog Create(Random random, int count)
    {
        Provider[] providers = [.. Enumerable.Range(0, random.Next(1, 4)).Select(i => CatalogFactory.Provider("C", $"P{i}", $"https://p{i}.example/v1"))];
        BillingAccount[] accounts = [.. Enumerable.Range(0, random.Next(1, 4)).Select(i => CatalogFactory.Account("C", $"A{i}", Any(providers)))];
        Credential[] credentials = [.. Enumerable.Range(0, random.Next(1, 7)).Select(Credential)];
        Model[] models =
        [
            .. Enumerable.Range(0, count).Select(i => CatalogFactory.Model(
                "C", $"M{i}", $"v/m{i}", Any(credentials), random.Next(3) == 0, random.Next(4) * 1000, 0,
                random.Next(3) == 0 ? null : (ModelCapabilities)random.Next(256), null, null)),
        ];
        return CatalogFactory.Catalog("C", providers, accounts, credentials, models, []);

        Credential Credential(int number)
        {
            BillingAccount? account = random.Next(2) == 0 ? null : Any(accounts);
            return CatalogFactory.Credential("C", $"K{number}", account?.Provider ?? Any(providers), account, null);
        }

        T Any<T>(T[] things) => things[random.Next(things.Length)];
    }
}
