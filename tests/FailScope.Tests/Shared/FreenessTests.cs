// The catalog consists of what these rules warn about.
#pragma warning disable FSC1013, FSC1014, FSC1015, FSC1016, FSC1019

namespace FailScope.Tests.Shared;

/// <summary>Which models are free, tested with a generated catalog.</summary>
[ModelCatalog]
public static partial class FreenessCatalog
{
    [Provider("https://one.example/v1")]
    public static partial Provider P { get; }

    [Credential(nameof(P))]
    public static partial Credential C { get; }

    [Model("vendor/model", nameof(C), Free = true)]
    public static partial Model Declared { get; }

    [Model("vendor/model:free", nameof(C), Free = false)]
    public static partial Model DeclaredNot { get; }

    [Model("vendor/zero", nameof(C), InputUsdPerMillion = 0, OutputUsdPerMillion = 0)]
    public static partial Model BothZero { get; }

    [Model("vendor/zero", nameof(C), InputUsdPerMillion = 0, OutputUsdPerMillion = 0, UsdPerImage = 0)]
    public static partial Model AllZero { get; }

    [Model("vendor/model:free", nameof(C))]
    public static partial Model Variant { get; }

    [Model("vendor/model:FREE", nameof(C))]
    public static partial Model VariantInCapitals { get; }

    [Model("vendor/model:beta:free", nameof(C))]
    public static partial Model LastOfTwoVariants { get; }

    [Model("vendor/model:free", nameof(C), InputUsdPerMillion = 0)]
    public static partial Model VariantWithOneZero { get; }

    [Model("vendor/model", nameof(C))]
    public static partial Model Undeclared { get; }

    [Model("vendor/model", nameof(C), InputUsdPerMillion = 0, OutputUsdPerMillion = 250)]
    public static partial Model InputZero { get; }

    [Model("vendor/model", nameof(C), InputUsdPerMillion = 250, OutputUsdPerMillion = 0)]
    public static partial Model OutputZero { get; }

    [Model("vendor/model", nameof(C), InputUsdPerMillion = 0)]
    public static partial Model OnlyInputZero { get; }

    [Model("vendor/model", nameof(C), OutputUsdPerMillion = 0)]
    public static partial Model OnlyOutputZero { get; }

    [Model("vendor/model:freedom", nameof(C))]
    public static partial Model Freedom { get; }

    [Model("vendor/model:free:online", nameof(C))]
    public static partial Model FreeOnline { get; }

    [Model("vendor/free", nameof(C))]
    public static partial Model CalledFree { get; }

    [Model("vendor/model:free", nameof(C), InputUsdPerMillion = 0, OutputUsdPerMillion = 250)]
    public static partial Model VariantWithPrice { get; }

    [Model("vendor/zero", nameof(C), InputUsdPerMillion = 0, OutputUsdPerMillion = 0, UsdPerRequest = 0.01)]
    public static partial Model ZeroTokensPricedRequest { get; }

    [Model("vendor/model:free", nameof(C), UsdPerImage = 0.04)]
    public static partial Model VariantWithPricedImage { get; }
}

public class FreenessTests
{
    [Fact]
    public void Exactly_these_models_are_free() =>
        Assert.Equal(
            ["Declared", "BothZero", "AllZero", "Variant", "VariantInCapitals", "LastOfTwoVariants", "VariantWithOneZero"],
            FreenessCatalog.Catalog.Models.Where(model => model.IsFree).Select(model => model.Name));

    [Theory]
    [InlineData("vendor/model:free", true)]
    [InlineData("vendor/model:FREE", true)]
    [InlineData("vendor/model:beta:Free", true)]
    [InlineData("vendor/model:freedom", false)]
    [InlineData("vendor/model:free:online", false)]
    [InlineData("vendor/model:free ", false)]
    [InlineData("vendor/model:ｆree", false)]
    [InlineData("vendor/free", false)]
    [InlineData("free", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_free_variant_must_be_the_whole_last_segment(string? id, bool expected)
    {
        Assert.Equal(expected, ModelId.IsFreeVariant(id));
        Assert.Equal(expected, ModelId.IsFreeVariant(id.AsSpan()));
    }
}
