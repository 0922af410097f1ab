using FailScope.Generators.Diagnostics;
using FailScope.Generators.Tests.Generation;

namespace FailScope.Generators.Tests.Analyzers.Chains;

public sealed class BrokenSurvivalContractTests : ChainRuleTests
{
    protected override string Id => DiagnosticIds.BrokenSurvivalContract;

    protected override string Hit => Chain("[FallbackChain(nameof(PaidC), Survives = {|#0:LossOf.Credit|})] public static partial FallbackChain Chat { get; }");

    [Fact]
    public void The_example_chain_without_its_free_model_is_rejected() =>
        Assert.Equal(
            ["Every model of chain 'Chat' is billed to account 'Main', so no model is left when that account is out of credit. Add a free model, or a model on another account."],
            Finds(Sources.Founding
                .Replace("nameof(Sonnet), nameof(LlamaFree)", "nameof(Sonnet)", StringComparison.Ordinal)
                .Replace("LossOf.Credit", "[|LossOf.Credit|]", StringComparison.Ordinal)));

    [Theory]
    [InlineData("nameof(PaidC), nameof(PaidC2), Survives = [|LossOf.Credit|]", "is billed to account 'C', so no model is left when that account is out of credit. Add a free model, or a model on another account.")]
    [InlineData("nameof(PaidD1), nameof(PaidD2), Survives = [|LossOf.Credit|]", "is billed to account 'Wallet', so no model is left when that account is out of credit. Add a free model, or a model on another account.")]
    [InlineData("nameof(PaidC), nameof(FreeC), Survives = [|LossOf.Credential|]", "uses key 'C', so no model is left when that key is refused. Add a model that uses another key.")]
    [InlineData("nameof(PaidC), nameof(PaidD1), Survives = [|LossOf.Provider|]", "is at provider 'P', so no model is left when that provider cannot be reached. Add a model at another provider.")]
    [InlineData("nameof(PaidC), Survives = [|LossOf.Model|]", "is 'PaidC', so no model is left when that model fails. Add another model.")]
    [InlineData("nameof(FreeD1), nameof(FreeD2), Survives = [|LossOf.FreeQuota|]", "is a free model on account 'Wallet', so no model is left when the free requests of that account are used up. Add a priced model, or a free model on another account.")]
    [InlineData("nameof(PaidD1), nameof(FreeD2), Survives = [|LossOf.UsageLimit|]", "is on account 'Wallet', so no model is left when the plan of that account reaches its usage limit. Add a model on another account.")]
    [InlineData("nameof(PaidC), nameof(FreeC), Survives = LossOf.Credit | [|LossOf.Credential|]", "uses key 'C', so no model is left when that key is refused. Add a model that uses another key.")]
    [InlineData("nameof(PaidC), nameof(FreeC), Survives = [|(LossOf)2|]", "uses key 'C', so no model is left when that key is refused. Add a model that uses another key.")]
    [InlineData("nameof(PaidC), nameof(PaidC), Survives = [|LossOf.Model|]", "is 'PaidC', so no model is left when that model fails. Add another model.")]
    public void A_broken_contract_is_reported_at_its_flag_with_the_name_of_the_resource(string arguments, string message) =>
        Assert.Equal(
            ["Every model of chain 'Chat' " + message],
            Finds(Chain($"[FallbackChain({arguments})] public static partial FallbackChain Chat {{ get; }}")));

    [Fact]
    public void Each_resource_has_its_own_message() =>
        Assert.Equal(
            ["is billed to account 'C'", "uses key 'C'", "is at provider 'P'", "is 'PaidC'"],
            Finds(Chain("[FallbackChain(nameof(PaidC), Survives = [|LossOf.Credit|] | [|LossOf.Credential|] | [|LossOf.Provider|] | [|LossOf.Model|] | LossOf.FreeQuota)] public static partial FallbackChain Chat { get; }"))
                .Select(message => message[..message.IndexOf(", so ", StringComparison.Ordinal)].Replace("Every model of chain 'Chat' ", "", StringComparison.Ordinal)));

    [Fact]
    public void A_contract_in_a_constant_is_checked_too() =>
        Finds(Chain("const LossOf All = LossOf.Credit | LossOf.FreeQuota; [FallbackChain(nameof(PaidC), Survives = [|All|])] public static partial FallbackChain Chat { get; }"));

    [Theory]
    [InlineData("nameof(PaidC), nameof(FreeC), Survives = LossOf.Credit | LossOf.Model | LossOf.FreeQuota")]
    [InlineData("nameof(PaidC), nameof(PaidD1), Survives = LossOf.Credit | LossOf.Credential")]
    [InlineData("nameof(PaidD1), nameof(PaidE), Survives = LossOf.Credit | LossOf.Credential | LossOf.Provider | LossOf.Model | LossOf.FreeQuota | LossOf.UsageLimit")]
    [InlineData("nameof(PaidD1), nameof(PaidD2), Survives = LossOf.Credential")]
    [InlineData("nameof(FreeC), Survives = LossOf.Credit")]
    [InlineData("nameof(PaidC), Survives = LossOf.None")]
    [InlineData("nameof(PaidC)")]
    [InlineData("nameof(PaidC), \"Missing\", Survives = LossOf.Credit")]
    public void A_kept_contract_and_an_invalid_chain_are_not_reported(string arguments) =>
        FindsNothing(Chain($"[FallbackChain({arguments})] public static partial FallbackChain Chat {{ get; }}"));
}
