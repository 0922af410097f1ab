namespace FailScope.Generators.PriceLists.Reading;

/// <summary>The known formats of published lists, distinguished by their content.</summary>
internal enum PriceListFormat
{
    Unknown = 0,

    /// <summary>The response of OpenRouter's <c>/api/v1/models</c>: US dollars per token, as strings.</summary>
    OpenRouter,

    /// <summary>LiteLLM's <c>model_prices_and_context_window.json</c>: US dollars per token, as numbers.</summary>
    LiteLLM,

    /// <summary>The <c>api.json</c> of models.dev: US dollars per million tokens, as numbers, by provider.</summary>
    ModelsDev,
}
