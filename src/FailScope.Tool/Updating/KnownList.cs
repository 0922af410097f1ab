namespace FailScope.Tool.Updating;

/// <summary>A published price list with a short name on the command line.</summary>
/// <param name="Name">The short name.</param>
/// <param name="Format">Its format.</param>
/// <param name="Address">The address at which it is published.</param>
internal sealed record KnownList(string Name, PriceListFormat Format, string Address)
{
    internal static readonly KnownList[] All =
    [
        new("openrouter", PriceListFormat.OpenRouter, "https://openrouter.ai/api/v1/models"),
        new("litellm", PriceListFormat.LiteLLM, "https://raw.githubusercontent.com/BerriAI/litellm/main/model_prices_and_context_window.json"),
        new("models.dev", PriceListFormat.ModelsDev, "https://models.dev/api.json"),
    ];

    /// <summary>The short names, for a message.</summary>
    internal static string Names => string.Join(", ", All.Select(list => list.Name));
}
