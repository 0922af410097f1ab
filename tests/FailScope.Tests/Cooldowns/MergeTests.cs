using CsCheck;
using FailScope.Tests.Fixtures;

namespace FailScope.Tests.Cooldowns;

public sealed class MergeTests
{
    private static readonly string?[] Tenants = [null, "red"];
    private static readonly Model[] Models = [Shop.Large, Shop.SmallFree, Shop.DirectA];

    // Few scopes, stamps and deadlines, so that many changes affect the same ones.
    private static readonly Gen<CooldownChange> Changes = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 2], Gen.Int[0, 2], Gen.Int[0, 1], Gen.Int[1, 6], Gen.Int[1, 6], Gen.Int[0, 1], Make);

    [Fact]
    public void Changes_lead_to_the_same_memory_in_any_order_and_any_number_of_times() =>
        Gen.Select(Changes.Array[0, 12], Gen.Int).Sample((changes, seed) =>
        {
            string[] inOrder = Apply(changes);
            CooldownChange[] shuffled = [.. changes, .. changes.Where((_, i) => i % 2 == 0)];
            new Random(seed).Shuffle(shuffled);
            Assert.Equal(inOrder, Apply(shuffled));
        }, iter: Iterations.Or(5_000));

    [Fact]
    public void An_export_leads_to_the_same_memory() =>
        Changes.Array[0, 12].Sample(changes =>
        {
            var store = new CooldownRig().Store;
            Array.ForEach(changes, change => store.Apply(change));
            Assert.Equal(Remembered(store), Apply([.. store.Export()]));
        }, iter: Iterations.Or(2_000));

    [Fact]
    public void A_change_survives_JSON() =>
        Changes.Sample(change =>
        {
            CooldownChange? read = CooldownChange.TryParse(change.ToJson());
            Assert.NotNull(read);
            Assert.Equal(change.ToJson(), read.ToJson());
            Assert.Equal(Apply([change]), Apply([read]));
        }, iter: Iterations.Or(1_000));

    [Fact]
    public void Any_text_is_a_change_or_is_rejected()
    {
        Gen.String.Sample(text => CooldownChange.TryParse(text) is null, iter: Iterations.Or(1_000));
        Gen.Select(Changes, Gen.Int[0, 400], Gen.Char).Sample((change, place, c) =>
        {
            char[] text = change.ToJson().ToCharArray();
            text[place % text.Length] = c;
            if (CooldownChange.TryParse(new string(text)) is { } read)
            {
                new CooldownRig().Store.Apply(read);
            }
        }, iter: Iterations.Or(2_000));
    }

    [Fact]
    public void A_change_in_a_newer_format_is_rejected() =>
        Assert.Null(CooldownChange.TryParse(Make(0, 0, 0, 0, 1, 2, 0).ToJson().Replace("\"v\":1", "\"v\":2", StringComparison.Ordinal)));

    [Fact]
    public void A_change_from_a_clock_a_day_ahead_is_ignored()
    {
        var rig = new CooldownRig();
        var ahead = new CooldownRig();
        ahead.Clock.Advance(TimeSpan.FromDays(2));
        ahead.Fail(Shop.Large, FailureKind.CreditExhausted);
        foreach (CooldownChange change in ahead.Store.Export())
        {
            Assert.False(rig.Store.Apply(change));
        }

        Assert.Empty(rig.Store.GetEntries());
    }

    private static string[] Apply(CooldownChange[] changes)
    {
        var store = new CooldownRig().Store;
        Array.ForEach(changes, change => store.Apply(change));
        return Remembered(store);
    }

    private static string[] Remembered(FailScope.Cooldowns store) => [.. store.GetEntries().Select(entry => $"{entry} {entry.IncludesFree}")];

    private static CooldownChange Make(int what, int model, int kind, int tenant, int stamp, int until, int cause)
    {
        Model reporter = Models[model];
        IScopeKey scope = kind switch
        {
            0 => reporter.Account.CreditScope,
            1 => reporter.Provider.ProviderScope,
            _ => reporter.ModelScope,
        };
        long at = CooldownRig.Noon.UtcTicks + stamp;
        bool includesFree = kind != 0 || reporter.IsFree;
        string? whose = kind == 1 ? null : Tenants[tenant];
        return what switch
        {
            0 => CooldownChange.ForReset(scope, whose, forAllTenants: kind == 1 || cause == 1, at),
            1 => CooldownChange.ForEnd(scope, whose, includesFree, at, until == 0 ? 0 : CooldownRig.Noon.UtcTicks + (until * TimeSpan.TicksPerMinute)),
            _ => CooldownChange.ForFailure(scope, whose, includesFree, new CooldownEvidence(
                at, CooldownRig.Noon.UtcTicks + (until * TimeSpan.TicksPerMinute), CooldownRig.Noon.UtcTicks, (FailureKind)(1 + cause), cause == 0 ? null : "status 402", reporter.ModelScope, cause, null)),
        };
    }
}
