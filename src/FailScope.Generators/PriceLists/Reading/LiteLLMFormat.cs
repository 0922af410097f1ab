using System;
using FailScope.Generators.Pricing;
using FailScope.Generators.Shared;

namespace FailScope.Generators.PriceLists.Reading;

/// <summary>
/// One entry of LiteLLM's price file: <c>"groq/llama": {"litellm_provider": "groq", "input_cost_per_token": 5.9e-07, …}</c>.
/// </summary>
internal sealed class LiteLLMFormat(string name, int line)
{
    /// <summary>The entry that documents the file.</summary>
    private const string Sample = "sample_spec";

    private const int PerToken = 6;

    private readonly ListedModelBuilder _model = new() { Line = line };
    private long? _input;
    private long? _output;

    /// <summary>Reads the member whose name is the current token, if this format has it.</summary>
    /// <returns>False if the reader is still at the name.</returns>
    internal bool TryRead(JsonReader reader)
    {
        switch (reader.Text)
        {
            case "litellm_provider":
                reader.Read();
                _model.Provider = ListedModelBuilder.ReadText(reader) is { } provider && ListedModelBuilder.IsId(provider) ? KnownEndpoints.LiteLLMProvider(provider) : null;
                return true;
            case "max_input_tokens":
                reader.Read();
                _input = ListedModelBuilder.ReadTokens(reader);
                return true;
            case "max_output_tokens":
                reader.Read();
                _output = ListedModelBuilder.ReadTokens(reader);
                return true;
            case "deprecation_date":
                reader.Read();
                _model.Expires = ListedModelBuilder.ReadExpiry(reader);
                return true;
            case "supported_modalities":
                // A missing value is not denied, because the file often states it in "supports_…" instead.
                ModalityNames.ReadInput(reader, _model, denies: ModelCapabilities.None);
                return true;
            case "supported_output_modalities":
                ModalityNames.ReadOutput(reader, _model);
                return true;
            case "search_context_cost_per_query":
                ReadSearchPrices(reader);
                return true;
            case "tiered_pricing":
                ReadTiers(reader);
                return true;
        }

        return TryReadCapability(reader) || TryReadPrice(reader);
    }

    /// <summary>Adds the model to the list.</summary>
    internal void AddTo(PriceList list)
    {
        if (name == Sample || _model.Provider is not { } provider)
        {
            return;
        }

        // The provider precedes the id, except for some of the largest providers.
        int slash = name.IndexOf('/');
        _model.Id = slash >= 0 && KnownEndpoints.LiteLLMProvider(name.Substring(0, slash)) == provider ? name.Substring(slash + 1) : name;
        _model.ContextWindow = _input;
        _model.OtherContextWindow = _input + _output;
        _model.MaxOutputTokens = _output;
        if (_model.Build() is { } listed)
        {
            list.Format = PriceListFormat.LiteLLM;
            list.Add(listed);
        }
    }

    private bool TryReadCapability(JsonReader reader)
    {
        ModelCapabilities capability = reader.Text switch
        {
            "supports_function_calling" => ModelCapabilities.Tools,
            "supports_vision" => ModelCapabilities.Vision,
            "supports_response_schema" => ModelCapabilities.StructuredOutput,
            "supports_reasoning" => ModelCapabilities.Reasoning,
            "supports_audio_input" => ModelCapabilities.AudioInput,
            "supports_audio_output" => ModelCapabilities.AudioOutput,
            "supports_pdf_input" => ModelCapabilities.FileInput,
            _ => ModelCapabilities.None,
        };
        if (capability == ModelCapabilities.None)
        {
            return false;
        }

        reader.Read();
        _model.SetCapability(capability, reader);
        return true;
    }

    private bool TryReadPrice(JsonReader reader)
    {
        if (PriceNamed(reader.Text) is { } price)
        {
            reader.Read();
            _model.SetPrice(price.Price, reader, price.Shift);
            return true;
        }

        if (TierOf(reader.Text) is { } tier)
        {
            reader.Read();
            _model.AddOtherTier(tier, reader, PerToken);
            return true;
        }

        // Prices in Databricks units, which a contract converts to dollars, are listed next to the prices in dollars.
        if (reader.Text.IndexOf("cost".AsSpan()) >= 0 && reader.Text.IndexOf("_dbu_".AsSpan()) < 0)
        {
            string cost = reader.Text.ToString();
            reader.Read();
            _model.AddUnnamedPrice(cost, reader);
            return true;
        }

        return false;
    }

    private static (Price Price, int Shift)? PriceNamed(ReadOnlySpan<char> name) => name switch
    {
        "input_cost_per_token" => (Price.InputUsdPerMillion, PerToken),
        "output_cost_per_token" => (Price.OutputUsdPerMillion, PerToken),
        "cache_read_input_token_cost" => (Price.CacheReadUsdPerMillion, PerToken),
        "cache_creation_input_token_cost" => (Price.CacheWriteUsdPerMillion, PerToken),
        "output_cost_per_reasoning_token" => (Price.ReasoningUsdPerMillion, PerToken),
        "input_cost_per_audio_token" => (Price.AudioInputUsdPerMillion, PerToken),
        "output_cost_per_audio_token" => (Price.AudioOutputUsdPerMillion, PerToken),
        "input_cost_per_request" or "input_cost_per_query" => (Price.UsdPerRequest, 0),
        "output_cost_per_image" => (Price.UsdPerImage, 0),
        "output_cost_per_second" => (Price.UsdPerSecond, 0),
        _ => null,
    };

    // "input_cost_per_token_above_200k_tokens", "output_cost_per_token_batches", "cache_read_input_token_cost_flex": long prompts and service tiers.
    private static Price? TierOf(ReadOnlySpan<char> name) =>
        name.SequenceEqual("input_cost_per_token_cache_hit".AsSpan()) ? Price.CacheReadUsdPerMillion
        : name.StartsWith("input_cost_per_token_".AsSpan()) ? Price.InputUsdPerMillion
        : name.StartsWith("output_cost_per_token_".AsSpan()) ? Price.OutputUsdPerMillion
        : name.StartsWith("cache_read_input_token_cost_".AsSpan()) ? Price.CacheReadUsdPerMillion
        : name.StartsWith("cache_creation_input_token_cost_".AsSpan()) ? Price.CacheWriteUsdPerMillion
        : name.StartsWith("input_cost_per_audio_token_".AsSpan()) ? Price.AudioInputUsdPerMillion
        : null;

    // A price for each size of search context. Medium is the provider's default.
    private void ReadSearchPrices(JsonReader reader)
    {
        if (!reader.Read() || reader.Token != JsonToken.StartObject)
        {
            return;
        }

        while (reader.ReadMember())
        {
            bool isDefault = reader.Text.SequenceEqual("search_context_size_medium".AsSpan());
            reader.Read();
            if (isDefault)
            {
                _model.SetPrice(Price.UsdPerSearch, reader, 0);
            }
            else
            {
                _model.AddOtherTier(Price.UsdPerSearch, reader, 0);
            }

            reader.SkipValue();
        }
    }

    // If the prices depend only on the length of the prompt, the first tier is the price of a short one.
    private void ReadTiers(JsonReader reader)
    {
        if (!reader.Read() || reader.Token != JsonToken.StartArray)
        {
            return;
        }

        for (bool isFirst = true; reader.ReadElement(); isFirst = false)
        {
            if (reader.Token != JsonToken.StartObject)
            {
                reader.SkipValue();
                continue;
            }

            while (reader.ReadMember())
            {
                (Price Price, int Shift)? price = PriceNamed(reader.Text);
                reader.Read();
                if (price is { } named && isFirst)
                {
                    _model.SetPrice(named.Price, reader, named.Shift);
                }
                else if (price is { } other)
                {
                    _model.AddOtherTier(other.Price, reader, other.Shift);
                }

                reader.SkipValue();
            }
        }
    }
}
