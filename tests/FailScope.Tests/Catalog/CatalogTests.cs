using FailScope.CompilerServices;
using FailScope.Tests.Fixtures;

namespace FailScope.Tests.Catalog;

public sealed class CatalogTests
{
    [Fact]
    public void Every_scope_key_is_created_once_and_contains_kind_catalog_and_member()
    {
        Assert.Equal("provider:FailScope.Tests.Fixtures.Shop/Router", Shop.Router.ProviderScope.Value);
        Assert.Equal("credential:FailScope.Tests.Fixtures.Shop/Main", Shop.Main.CredentialScope.Value);
        Assert.Equal("key-budget:FailScope.Tests.Fixtures.Shop/Main", Shop.Main.KeyBudgetScope.Value);
        Assert.Equal("credit:FailScope.Tests.Fixtures.Shop/Team", Shop.TeamA.CreditScope.Value);
        Assert.Equal("free-quota:FailScope.Tests.Fixtures.Shop/Team", Shop.Team.FreeQuotaScope.Value);
        Assert.Equal("usage-limit:FailScope.Tests.Fixtures.Shop/Team", Shop.Team.UsageLimitScope.Value);
        Assert.Equal("model:FailScope.Tests.Fixtures.Shop/Large", Shop.Large.ModelScope.Value);
        Assert.Same(Shop.Router.ProviderScope.Value, Shop.Router.ProviderScope.Value);
        Assert.Same(Shop.Main.CredentialScope.Value, Shop.Main.CredentialScope.Value);
        Assert.Same(Shop.Main.KeyBudgetScope.Value, Shop.Main.KeyBudgetScope.Value);
        Assert.Same(Shop.Team.CreditScope.Value, Shop.Team.CreditScope.Value);
        Assert.Same(Shop.Team.FreeQuotaScope.Value, Shop.Team.FreeQuotaScope.Value);
        Assert.Same(Shop.Large.ModelScope.Value, Shop.Large.ModelScope.Value);
    }

    [Fact]
    public void A_default_scope_key_still_has_its_kind()
    {
        Assert.Equal("provider:", default(ProviderScopeKey).Value);
        Assert.Equal("credential:", default(CredentialScopeKey).Value);
        Assert.Equal("key-budget:", default(KeyBudgetScopeKey).Value);
        Assert.Equal("credit:", default(CreditScopeKey).Value);
        Assert.Equal("free-quota:", default(FreeQuotaScopeKey).Value);
        Assert.Equal("usage-limit:", default(UsageLimitScopeKey).Value);
        Assert.Equal("model:", default(ModelScopeKey).Value);
    }

    [Fact]
    public void ToString_shows_the_name_and_the_id_or_address()
    {
        Assert.Equal("Large (lab/large)", Shop.Large.ToString());
        Assert.Equal("Router (https://router.example/v1)", Shop.Router.ToString());
        Assert.Equal("FailScope.Tests.Fixtures.Shop", Shop.Catalog.ToString());
        Assert.Same(Shop.Router.Endpoint, Shop.Router.Endpoint);
        Assert.Null(Shop.Large.MaxOutputTokens);
        Assert.Equal(200_000, Shop.Large.ContextWindow);
    }

    [Fact]
    public void A_model_has_exactly_the_declared_limits()
    {
        Model declared = CatalogFactory.Model("Tests", "M", "m", Shop.Main, false, 1, 1, null, null, null);
        Model silent = CatalogFactory.Model("Tests", "M", "m", Shop.Main, false, 0, 0, null, null, null);
        Assert.Equal((1, 1), (declared.ContextWindow, declared.MaxOutputTokens));
        Assert.Equal((null, null), (silent.ContextWindow, silent.MaxOutputTokens));
    }

    [Fact]
    public void A_catalog_lists_declared_accounts_then_those_implied_by_credentials() =>
        Assert.Equal(["Team", "Main", "Spare"], Shop.Catalog.Accounts.Select(account => account.Name));

    [Fact]
    public void A_model_belongs_to_one_scope_of_each_kind()
    {
        Assert.All(Enum.GetValues<ScopeKind>().Except([ScopeKind.None]), kind => Assert.Equal(kind, Shop.Large.GetScope(kind).Kind));
        ArgumentOutOfRangeException refusal = Assert.Throws<ArgumentOutOfRangeException>(() => Shop.Large.GetScope(ScopeKind.None));
        Assert.StartsWith("There is no scope key of this kind.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_is_found_by_the_name_of_its_property()
    {
        Assert.True(Shop.Catalog.TryGetModel("Large", out Model? model));
        Assert.Same(Shop.Large, model);
        Assert.False(Shop.Catalog.TryGetModel("large", out model));
        Assert.Null(model);
        Assert.Equal("name", Assert.Throws<ArgumentNullException>(() => Shop.Catalog.TryGetModel(null!, out _)).ParamName);
    }

    [Fact]
    public void A_chain_created_at_run_time_is_named_after_its_models() =>
        Assert.Equal("(Large, SmallFree)", Shop.Catalog.CreateChain("Large", "SmallFree").Name);

    [Fact]
    public void An_invalid_chain_throws_with_the_reason()
    {
        Assert.Throws<ArgumentNullException>(() => Shop.Catalog.CreateChain(null!));
        Refuses("A fallback chain needs at least one model.");
        Refuses("The model name at position 2 is null.", "Large", null!);
        Refuses("The catalog 'FailScope.Tests.Fixtures.Shop' has no model named 'Larg'. Did you mean 'Large'?", "Larg");
        Refuses("The catalog 'FailScope.Tests.Fixtures.Shop' has no model named 'Zebra'. (", "Zebra");
        Refuses("The model 'Large' is listed twice. A turn tries each model at most once, so remove one of the two.", "Large", "Large");

        static void Refuses(string why, params string[] models)
        {
            ArgumentException refusal = Assert.Throws<ArgumentException>(() => Shop.Catalog.CreateChain(models));
            Assert.StartsWith(why, refusal.Message, StringComparison.Ordinal);
            Assert.Equal("models", refusal.ParamName);
        }
    }

    [Fact]
    public void The_exception_of_an_unconfigured_model_names_the_missing_key()
    {
        var cause = new FormatException();
        var missing = new ModelNotConfiguredException(Shop.Large, innerException: cause);
        Assert.Equal("The model Large (lab/large) cannot be called: no client can be built for the credential 'Main'.", missing.Message);
        Assert.Equal((Shop.Large, cause), (missing.Model, missing.InnerException));
        Assert.Equal("no key", new ModelNotConfiguredException(Shop.Large, "no key").Message);
        Assert.Throws<ArgumentNullException>(() => new ModelNotConfiguredException(null!));
        Assert.Throws<ArgumentNullException>(() => new ModelNotConfiguredException(null!, "no key"));
    }
}
