namespace FailScope.Generators.PriceLists;

/// <summary>
/// The variants of OpenRouter's ids that select a way of routing, and are therefore in no list: <c>vendor/model:nitro</c> is
/// <c>vendor/model</c>, sent to the fastest provider. Other variants (<c>:free</c>, <c>:thinking</c>, <c>:extended</c>) are models with their own entries.
/// </summary>
internal static class ModelVariants
{
    private static readonly HashSet<string> Routing = new(StringComparer.OrdinalIgnoreCase) { "nitro", "floor", "online", "exacto" };

    /// <summary>The id without routing variants at its end.</summary>
    internal static string WithoutRouting(string id)
    {
        while (id.LastIndexOf(':') is > 0 and int colon && Routing.Contains(id.Substring(colon + 1)))
        {
            id = id.Substring(0, colon);
        }

        return id;
    }
}
