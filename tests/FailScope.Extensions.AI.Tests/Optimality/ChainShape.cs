using FailScope.CompilerServices;

namespace FailScope.Extensions.AI.Tests.Optimality;

/// <summary>The facts of a chain: what depends on what, which models are free, and the order of their context windows.</summary>
/// <param name="Credential">The credential of each model.</param>
/// <param name="Account">The billing account of each credential.</param>
/// <param name="Provider">The provider of each account.</param>
/// <param name="IsFree">Whether a model is free.</param>
/// <param name="Window">The declared context window of each model, as a rank; 0 if none is declared.</param>
internal sealed record ChainShape(int[] Credential, int[] Account, int[] Provider, bool[] IsFree, int[] Window)
{
    /// <summary>The number of models.</summary>
    internal int Count => Credential.Length;

    /// <summary>
    /// All distinct shapes with this number of models, without windows. Models are numbered in the order of the
    /// chain; credentials, accounts and providers are numbered by their first model.
    /// </summary>
    internal static IEnumerable<ChainShape> All(int models) =>
        from credential in Partitions(models)
        from account in Partitions(credential.Max() + 1)
        from provider in Partitions(account.Max() + 1)
        from free in Enumerable.Range(0, 1 << models)
        select new ChainShape(credential, account, provider, [.. Enumerable.Range(0, models).Select(model => (free >> model & 1) == 1)], new int[models]);

    /// <summary>All orders that the windows of this number of models can have, including equal and undeclared ones.</summary>
    internal static IEnumerable<int[]> WindowOrders(int models) => Words(models, models + 1)
        .Where(word => Enumerable.Range(1, word.Max()).All(word.Contains));

    /// <summary>Builds the chain.</summary>
    internal FallbackChain Build()
    {
        Provider[] providers = [.. Range(Provider).Select(i => CatalogFactory.Provider("Shape", $"P{i}", $"https://p{i}.example/v1"))];
        BillingAccount[] accounts = [.. Provider.Select((provider, i) => CatalogFactory.Account("Shape", $"A{i}", providers[provider]))];

        // An account with only one key need not be declared.
        Credential[] credentials = [.. Account.Select((account, i) => CatalogFactory.Credential(
            "Shape", $"K{i}", providers[Provider[account]], Account.Count(other => other == account) == 1 ? null : accounts[account], null))];
        Model[] models = [.. Credential.Select((credential, i) => CatalogFactory.Model("Shape", $"M{i}", $"vendor/m{i}", credentials[credential], IsFree[i], 1000 * Window[i], 0, null, null, null))];
        return CatalogFactory.Catalog("Shape", providers, [], credentials, models, []).CreateChain([.. models.Select(model => model.Name)]);
    }

    public override string ToString() => string.Join(", ", Enumerable.Range(0, Count).Select(model =>
        $"M{model}{(IsFree[model] ? " free" : "")} on K{Credential[model]} A{Account[Credential[model]]} P{Provider[Account[Credential[model]]]}{(Window[model] > 0 ? $" window {Window[model]}" : "")}"));

    private static IEnumerable<int> Range(int[] numbers) => Enumerable.Range(0, numbers.Max() + 1);

    // Each number is at most one more than the largest number before it, which gives one word for each partition.
    private static IEnumerable<int[]> Partitions(int count) => Words(count, count)
        .Where(word => Enumerable.Range(0, count).All(i => word[i] <= (i == 0 ? 0 : word[..i].Max() + 1)));

    private static IEnumerable<int[]> Words(int length, int letters) => length == 0
        ? [[]]
        : from word in Words(length - 1, letters) from letter in Enumerable.Range(0, letters) select (int[])[.. word, letter];
}
