using FailScope.Tests.Fixtures;

namespace FailScope.Tests.Chains;

public class ProofTests
{
    [Fact]
    public void The_example_chain_survives_the_loss_of_credit_but_not_of_its_key()
    {
        Assert.True(Shop.Founding.Survives(LossOf.Credit));
        Assert.True(Shop.Founding.Survives(LossOf.Model | LossOf.FreeQuota | LossOf.Credit));
        Assert.False(Shop.Founding.Survives(LossOf.Credential));
        Assert.False(Shop.Founding.Survives(LossOf.Credit | LossOf.Provider));
        Assert.True(Shop.Founding.Survives(LossOf.None));
    }

    [Fact]
    public void An_undefined_loss_is_rejected() =>
        Assert.StartsWith(
            "The value is not a combination of LossOf flags.",
            Assert.Throws<ArgumentOutOfRangeException>(() => Shop.Founding.Survives(LossOf.Credit | (LossOf)64)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Losses_have_names_and_single_ones_come_first()
    {
        IReadOnlyList<ChainLoss> losses = Shop.Founding.FindLosses();
        Assert.Equal(
            [
                "key Main",
                "provider Router",
                "usage allowance of Main",
                "credit of Main and model SmallFree",
                "credit of Main and free quota of Main",
            ],
            losses.Select(loss => loss.ToString()));
        Assert.Equal([true, true, true, false, false], losses.Select(loss => loss.IsSingle));
        Assert.Equal(Shop.Main.CredentialScope, losses[0].Resources[0].Scope);
        Assert.Equal(LossOf.Credential, losses[0].Resources[0].Kind);
        Assert.Equal(Shop.Main.UsageLimitScope, losses[2].Resources[0].Scope);
        Assert.Equal([Shop.Main.CreditScope, Shop.Main.FreeQuotaScope], losses[4].Resources.Select(resource => resource.Scope));
    }

    [Fact]
    public void Keys_of_one_account_lose_their_credit_together_but_are_rejected_separately()
    {
        Assert.Equal(
            [
                "credit of Team",
                "provider Direct",
                "usage allowance of Team",
                "key TeamA and key TeamB",
                "key TeamA and model DirectB",
                "key TeamB and model DirectA",
                "model DirectA and model DirectB",
            ],
            Shop.Pair.FindLosses().Select(loss => loss.ToString()));
        Assert.Equal("Team", Shop.Pair.FindLosses()[0].Resources[0].Name);
    }

    [Fact]
    public void A_chain_made_at_run_time_has_the_same_proofs()
    {
        FallbackChain chain = Shop.Catalog.CreateChain("Large", "Medium", "SmallFree");
        Assert.Equal(Shop.Founding.FindLosses().Select(loss => loss.ToString()), chain.FindLosses().Select(loss => loss.ToString()));
    }

    [Fact]
    public void A_chain_of_one_model_survives_nothing()
    {
        FallbackChain chain = Shop.Catalog.CreateChain("Large");
        Assert.Equal(["credit of Main", "key Main", "provider Router", "model Large", "usage allowance of Main"], chain.FindLosses().Select(loss => loss.ToString()));
    }
}
