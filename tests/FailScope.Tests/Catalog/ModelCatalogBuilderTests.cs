using FailScope.Tests.Fixtures;

namespace FailScope.Tests.Catalog;

public sealed class ModelCatalogBuilderTests
{
    private readonly ModelCatalogBuilder _builder = new("Tests.Built");
    private readonly Provider _provider;
    private readonly Credential _key;
    private readonly Model _model;

    public ModelCatalogBuilderTests()
    {
        _provider = _builder.AddProvider("Router", "https://router.example/v1");
        _key = _builder.AddCredential("Main", _provider, environmentVariable: "ROUTER_KEY");
        _model = _builder.AddModel("Large", "lab/large", _key, new ModelFacts { ContextWindow = 200_000, Pricing = new ModelPricing { InputUsdPerMillion = 3, OutputUsdPerMillion = 15 } });
    }

    [Fact]
    public void A_chain_from_the_builder_has_the_tables_and_proofs_of_a_declared_one()
    {
        Model medium = _builder.AddModel("Medium", "lab/medium", _key, new ModelFacts { ContextWindow = 128_000 });
        Model free = _builder.AddModel("SmallFree", "lab/small:free", _key, new ModelFacts { ContextWindow = 32_000, Capabilities = ModelCapabilities.None });
        FallbackChain built = _builder.AddChain("Founding", _model, medium, free);

        Assert.Equal(Shop.Founding.FindLosses().Select(loss => loss.ToString()), built.FindLosses().Select(loss => loss.ToString()));
        Assert.All(
            Enum.GetValues<FailureKind>(),
            kind => Assert.Equal(Shop.Founding.Start().After(kind).Remaining.Select(model => model.Name), built.Start().After(kind).Remaining.Select(model => model.Name)));
        Assert.Equal([free], built.Start().After(FailureKind.CreditExhausted).Remaining);
    }

    [Fact]
    public void The_catalog_lists_everything_that_was_added()
    {
        BillingAccount account = _builder.AddAccount("Team", _provider);
        Credential second = _builder.AddCredential("Second", _provider, account);
        FallbackChain chain = _builder.AddChain("Chat", _model);
        ModelCatalog catalog = _builder.Build();

        Assert.Equal("Tests.Built", catalog.Name);
        Assert.Equal([_provider], catalog.Providers);
        Assert.Equal(["Team", "Main"], catalog.Accounts.Select(listed => listed.Name));
        Assert.Equal([_key, second], catalog.Credentials);
        Assert.Equal([chain], catalog.Chains);
        Assert.True(catalog.TryGetModel("Large", out Model? found));
        Assert.Same(_model, found);
        Assert.Equal("credential:Tests.Built/Main", _key.CredentialScope.Value);
        Assert.Equal("ROUTER_KEY", _key.EnvironmentVariable);
        Assert.Equal([_model], catalog.CreateChain("Large").Models);
    }

    [Theory]
    [InlineData("lab/small:free", null, null, null, true)]
    [InlineData("lab/small:free", null, null, false, false)]
    [InlineData("lab/small:freedom", null, null, null, false)]
    [InlineData("lab/small:free", 0.1, null, null, false)]
    [InlineData("lab/small", 0.0, 0.0, null, true)]
    [InlineData("lab/small", 0.0, null, null, false)]
    [InlineData("lab/small", null, null, true, true)]
    public void A_model_is_free_by_the_same_rule_as_a_declared_one(string id, double? input, double? output, bool? stated, bool isFree) =>
        Assert.Equal(isFree, _builder.AddModel("Other", id, _key, new ModelFacts
        {
            Free = stated,
            Pricing = new ModelPricing { InputUsdPerMillion = (decimal?)input, OutputUsdPerMillion = (decimal?)output },
        }).IsFree);

    [Fact]
    public void Any_price_makes_a_model_not_free() => Assert.All(
        typeof(ModelPricing).GetProperties().Where(property => property.PropertyType == typeof(decimal?)),
        property =>
        {
            var pricing = new ModelPricing();
            property.SetValue(pricing, 0.5m);
            Assert.False(_builder.AddModel(property.Name, "lab/small:free", _key, new ModelFacts { Pricing = pricing }).IsFree);
        });

    [Theory]
    [InlineData("", "The value cannot be an empty string")]
    [InlineData("A:B", "The name 'A:B' contains a colon or a slash")]
    [InlineData("A/B", "The name 'A/B' contains a colon or a slash")]
    [InlineData("Router", "The catalog 'Tests.Built' already has a member named 'Router'.")]
    public void An_invalid_name_is_rejected(string name, string message)
    {
        Assert.StartsWith(message, Assert.Throws<ArgumentException>("name", () => _builder.AddProvider(name, "https://other.example")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("name", () => _builder.AddCredential(name, _provider));
        Assert.Throws<ArgumentException>("name", () => _builder.AddModel(name, "id", _key));
        Assert.Throws<ArgumentException>("name", () => _builder.AddChain(name, _model));
    }

    [Fact]
    public void Errors_that_the_compiler_would_report_throw_an_ArgumentException()
    {
        var other = new ModelCatalogBuilder("Tests.Other");
        Provider foreign = other.AddProvider("Router", "https://router.example/v1");
        BillingAccount elsewhere = _builder.AddAccount("Elsewhere", _builder.AddProvider("Second", "http://second.example"));

        Assert.Throws<ArgumentException>("endpoint", () => _builder.AddProvider("Third", "router.example"));
        Assert.Throws<ArgumentException>("endpoint", () => _builder.AddProvider("Third", "ftp://router.example"));
        Assert.Throws<ArgumentException>("provider", () => _builder.AddCredential("Key", foreign));
        Assert.Throws<ArgumentException>("account", () => _builder.AddCredential("Key", _provider, elsewhere));
        Assert.Throws<ArgumentException>("id", () => _builder.AddModel("Other", " ", _key));
        Assert.Throws<ArgumentOutOfRangeException>("ContextWindow", () => _builder.AddModel("Other", "id", _key, new ModelFacts { ContextWindow = 0 }));
        Assert.Throws<ArgumentException>("facts", () => _builder.AddModel("Other", "id", _key, new ModelFacts { Pricing = new ModelPricing { UsdPerImage = -1 } }));
        Assert.Throws<ArgumentException>("facts", () => _builder.AddModel("Other", "id", _key, new ModelFacts { Free = true, Pricing = new ModelPricing { UsdPerImage = 1 } }));
        Assert.Throws<ArgumentException>("models", () => _builder.AddChain("Chat"));
        Assert.Throws<ArgumentException>("models", () => _builder.AddChain("Chat", _model, _model));
        Assert.Throws<ArgumentException>("models", () => _builder.AddChain("Chat", Shop.Large));
        Assert.Single(_builder.Build().Models);
    }
}
