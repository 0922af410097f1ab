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
    internal void Read(JsonReader reader)
    {
        switch (reader.Text)
        {
            case "litellm_provider":
                _model.Provider = ListedModelBuilder.ReadText(reader) is { } provider && ListedModelBuilder.IsId(provider) ? KnownEndpoints.LiteLLMProvider(provider) : null;
                break;
            case "max_input_tokens":
                _input = ListedModelBuilder.ReadTokens(reader);
                break;
            case "max_output_tokens":
                _output = ListedModelBuilder.ReadTokens(reader);
                break;
            case "deprecation_date":
                _model.Expires = ListedModelBuilder.ReadExpiry(reader);
                break;
            case "supported_modalities":
                // A missing value is not denied, because the file often states it in "supports_…" instead.
                ModalityNames.ReadInput(reader, _model, denies: ModelCapabilities.None);
                break;
            case "supported_output_modalities":
                ModalityNames.ReadOutput(reader, _model);
                break;
            case "search_context_cost_per_query":
                reader.ReadObject(_model, ReadSearchPrice);
                break;
            case "tiered_pricing":
                ReadTiers(reader);
                break;
            default:
                ReadCapabilityOrPrice(reader);
                break;
        }
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

    private void ReadCapabilityOrPrice(JsonReader reader)
    {
        if (CapabilityNamed(reader.Text) is not ModelCapabilities.None and var capability)
        {
            _model.SetCapability(capability, reader);
        }
        else if (PriceNamed(reader.Text) is { } price)
        {
            _model.SetPrice(price.Price, reader, price.Shift);
        }
        else if (TierOf(reader.Text) is { } tier)
        {
            _model.AddOtherTier(tier, reader, PerToken);
        }
        else if (reader.Text.IndexOf("cost".AsSpan()) >= 0 && reader.Text.IndexOf("_dbu_".AsSpan()) < 0)
        {
            // Prices in Databricks units, which a contract converts to dollars, are listed in addition to the prices in dollars.
            string cost = reader.Text.ToString();
            reader.Read();
            _model.AddUnnamedPrice(cost, reader);
        }
    }

    private static ModelCapabilities CapabilityNamed(ReadOnlySpan<char> name) => name switch
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
    private static void ReadSearchPrice(JsonReader reader, ListedModelBuilder model)
    {
        if (reader.Text.SequenceEqual("search_context_size_medium".AsSpan()))
        {
            model.SetPrice(Price.UsdPerSearch, reader, 0);
        }
        else
        {
            model.AddOtherTier(Price.UsdPerSearch, reader, 0);
        }
    }

    // If the prices depend only on the length of the prompt, the first tier is the price of a short one.
    private void ReadTiers(JsonReader reader)
    {
        bool isFirst = true;
        reader.ReadArray(_model, (reader, model) =>
        {
            if (reader.Token == JsonToken.StartObject)
            {
                reader.ReadMembers(model, isFirst ? ReadFirstTier : ReadOtherTier);
            }

            isFirst = false;
        });
    }

    private static void ReadFirstTier(JsonReader reader, ListedModelBuilder model)
    {
        if (PriceNamed(reader.Text) is { } price)
        {
            model.SetPrice(price.Price, reader, price.Shift);
        }
    }

    private static void ReadOtherTier(JsonReader reader, ListedModelBuilder model)
    {
        if (PriceNamed(reader.Text) is { } price)
        {
            model.AddOtherTier(price.Price, reader, price.Shift);
        }
    }
}
