using FailScope.Generators.Diagnostics;

namespace FailScope.Generators.Tests.Analyzers.Catalog;

public sealed class UnsharedAccountTests : CatalogRuleTests
{
    protected override string Id => DiagnosticIds.UnsharedAccount;

    protected override string Hit => Catalog("[BillingAccount(nameof(P))] public static partial BillingAccount {|#0:Wallet|} { get; }");

    [Theory]
    [InlineData("", "no credential uses it")]
    [InlineData("[Credential(nameof(P), Account = nameof(Wallet))] public static partial Credential D { get; }", "only 'D' uses it, and every credential has its own account by default")]
    public void An_account_with_fewer_than_two_credentials_is_reported(string credential, string why) =>
        Assert.Equal(
            [$"Billing account 'Wallet' is not shared: {why}"],
            Finds(Catalog("[BillingAccount(nameof(P))] public static partial BillingAccount [|Wallet|] { get; }\n" + credential)));

    [Theory]
    [InlineData("nameof(Wallet)", "nameof(Wallet)")]
    [InlineData("nameof(Wallet)", "\"Walet\"")]
    public void A_shared_account_and_one_that_a_misspelled_reference_may_share_are_not_reported(string first, string second) =>
        FindsNothing(Catalog($$"""
            [BillingAccount(nameof(P))] public static partial BillingAccount Wallet { get; }
            [Credential(nameof(P), Account = {{first}})] public static partial Credential D { get; }
            [Credential(nameof(P), Account = {{second}})] public static partial Credential E { get; }
            """));
}
