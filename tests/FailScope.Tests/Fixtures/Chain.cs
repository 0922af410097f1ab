namespace FailScope.Tests.Fixtures;

/// <summary>Chains that no catalog declares.</summary>
internal static class Chain
{
    /// <summary>A chain of any number of priced models, M0 and on, all on one key.</summary>
    internal static FallbackChain OfLength(int count)
    {
        var provider = new Provider("Tests.Long", "P", "https://long.example");
        var credential = new Credential("Tests.Long", "K", provider, null, null);
        Model[] models = [.. Enumerable.Range(0, count).Select(i => new Model("Tests.Long", $"M{i}", $"m-{i}", credential, false, null, 0, 0, null))];
        return FallbackChain.Create("Long", models);
    }
}
