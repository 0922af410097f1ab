using FailScope.Generators.Diagnostics;

namespace FailScope.Generators.Tests.Analyzers.Catalog;

public sealed class AccountOfOtherProviderTests : CatalogRuleTests
{
    private const string Second = """
        [Provider("https://q.example")] public static partial Provider Q { get; }
        [BillingAccount(nameof(Q))] public static partial BillingAccount Wallet { get; }

        """;

    protected override string Id => DiagnosticIds.AccountOfOtherProvider;

    protected override string Hit => Catalog(Second + "[Credential(nameof(P), Account = {|#0:nameof(Wallet)|})] public static partial Credential A { get; }");

    [Fact]
    public void The_message_names_the_provider_of_the_account() =>
        Assert.Equal(
            ["'A' is billed to account 'Wallet', but that account belongs to provider 'Q'"],
            Finds(Catalog(Second + "[Credential(nameof(P), Account = [|nameof(Wallet)|])] public static partial Credential A { get; }")));

    [Fact]
    public void An_account_of_the_same_provider_is_not_reported() =>
        FindsNothing(Catalog(Second + "[Credential(nameof(Q), Account = nameof(Wallet))] public static partial Credential A { get; }"));
}
