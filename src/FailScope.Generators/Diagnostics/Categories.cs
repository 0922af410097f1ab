namespace FailScope.Generators.Diagnostics;

/// <summary>The categories, with which an <c>.editorconfig</c> can configure several rules at once.</summary>
internal static class Categories
{
    internal const string Catalog = "FailScope.Catalog";

    internal const string Chains = "FailScope.Chains";

    internal const string Prices = "FailScope.Prices";

    internal const string Use = "FailScope.Use";
}
