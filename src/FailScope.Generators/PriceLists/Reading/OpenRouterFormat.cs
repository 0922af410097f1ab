using System;
using FailScope.Generators.Pricing;
using FailScope.Generators.Shared;

namespace FailScope.Generators.PriceLists.Reading;

/// <summary>OpenRouter's models answer: <c>{"data": [{"id": …, "pricing": {"prompt": "0.000003", …}, …}, …]}</c>.</summary>
internal static class OpenRouterFormat
{
    /// <summary>The one provider of such a list.</summary>
    internal const string Provider = "openrouter";

    // Prices per token, and how many digits lie between them and prices per million.
    private const int PerToken = 6;

    private static readonly DateTime UnixEpoch = new(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Reads the array that is the value of <c>data</c>.</summary>
    internal static void ReadModels(JsonReader reader, PriceList list)
    {
        while (reader.ReadElement())
        {
            if (reader.Token == JsonToken.StartObject)
            {
                ReadModel(reader, list);
            }
            else
            {
                reader.SkipValue();
            }
        }
    }

    private static void ReadModel(JsonReader reader, PriceList list)
    {
        var model = new ListedModelBuilder { Provider = Provider, Line = reader.TokenLine };
        string? permanentId = null;
        bool hasPrices = false;
        while (reader.ReadMember())
        {
            switch (reader.Text)
            {
                case "id":
                    reader.Read();
                    model.Id = ListedModelBuilder.ReadText(reader);
                    model.IsAlias = model.Id is ['~', ..];
                    break;
                case "canonical_slug":
                    reader.Read();
                    permanentId = ListedModelBuilder.ReadText(reader);
                    break;
                case "created":
                    reader.Read();
                    AddCreationDate(reader, list);
                    break;
                case "context_length":
                    reader.Read();
                    model.ContextWindow = ListedModelBuilder.ReadTokens(reader);
                    break;
                case "expiration_date":
                    reader.Read();
                    model.Expires = ListedModelBuilder.ReadExpiry(reader);
                    break;
                case "pricing":
                    hasPrices |= ReadPrices(reader, model);
                    break;
                case "architecture":
                    ReadModalities(reader, model);
                    break;
                case "top_provider":
                    ReadTopProvider(reader, model);
                    break;
                case "supported_parameters":
                    ReadParameters(reader, model);
                    break;
                default:
                    reader.Read();
                    break;
            }

            reader.SkipValue();
        }

        // Other providers use the same response format, without prices.
        if (hasPrices && model.Build() is { } listed)
        {
            list.Format = PriceListFormat.OpenRouter;
            list.Add(listed);
            if (ListedModelBuilder.IsId(permanentId) && listed.Id.IndexOf(':') < 0)
            {
                list.AddPermanentId(permanentId!, listed);
            }
        }
    }

    // A list is at least as new as its newest model.
    private static void AddCreationDate(JsonReader reader, PriceList list)
    {
        if (reader.Token == JsonToken.Number && ExactNumber.TryParse(reader.Text, 0, out decimal seconds) && seconds is > 0 and < 253_402_300_800)
        {
            list.AddDate(UnixEpoch.AddSeconds((double)seconds).Date);
        }
    }

    private static bool ReadPrices(JsonReader reader, ListedModelBuilder model)
    {
        bool any = false;
        if (!reader.Read() || reader.Token != JsonToken.StartObject)
        {
            return false;
        }

        model.ClearPrices();
        while (reader.ReadMember())
        {
            if (reader.Text.SequenceEqual("overrides".AsSpan()))
            {
                ReadOverrides(reader, model);
            }
            else if (PriceNamed(reader.Text) is { } price)
            {
                any |= price.Price is Price.InputUsdPerMillion or Price.OutputUsdPerMillion;
                reader.Read();
                model.SetPrice(price.Price, reader, price.Shift);
            }
            else
            {
                string name = reader.Text.ToString();
                reader.Read();
                if (name != "discount")
                {
                    model.AddUnnamedPrice(name, reader);
                }
            }

            reader.SkipValue();
        }

        return any;
    }

    // Other prices for longer prompts, for hours of the day, or for a limited time.
    private static void ReadOverrides(JsonReader reader, ListedModelBuilder model)
    {
        if (!reader.Read() || reader.Token != JsonToken.StartArray)
        {
            return;
        }

        while (reader.ReadElement())
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
                if (price is { } named)
                {
                    model.AddOtherTier(named.Price, reader, named.Shift);
                }

                reader.SkipValue();
            }
        }
    }

    // Image prices are left out, because the list uses the same name for prices per image and per image token.
    private static (Price Price, int Shift)? PriceNamed(ReadOnlySpan<char> name) => name switch
    {
        "prompt" => (Price.InputUsdPerMillion, PerToken),
        "completion" => (Price.OutputUsdPerMillion, PerToken),
        "input_cache_read" => (Price.CacheReadUsdPerMillion, PerToken),
        "input_cache_write" => (Price.CacheWriteUsdPerMillion, PerToken),
        "internal_reasoning" => (Price.ReasoningUsdPerMillion, PerToken),
        "audio" => (Price.AudioInputUsdPerMillion, PerToken),
        "audio_output" => (Price.AudioOutputUsdPerMillion, PerToken),
        "request" => (Price.UsdPerRequest, 0),
        "web_search" => (Price.UsdPerSearch, 0),
        _ => null,
    };

    // A missing "file" is not a denial, because OpenRouter itself converts documents to text for every model.
    private static void ReadModalities(JsonReader reader, ListedModelBuilder model)
    {
        if (!reader.Read() || reader.Token != JsonToken.StartObject)
        {
            return;
        }

        while (reader.ReadMember())
        {
            switch (reader.Text)
            {
                case "input_modalities":
                    ModalityNames.ReadInput(reader, model, denies: ModelCapabilities.Vision | ModelCapabilities.AudioInput);
                    break;
                case "output_modalities":
                    ModalityNames.ReadOutput(reader, model);
                    break;
                default:
                    reader.Read();
                    break;
            }

            reader.SkipValue();
        }
    }

    private static void ReadTopProvider(JsonReader reader, ListedModelBuilder model)
    {
        if (!reader.Read() || reader.Token != JsonToken.StartObject)
        {
            return;
        }

        while (reader.ReadMember())
        {
            switch (reader.Text)
            {
                case "context_length":
                    reader.Read();
                    model.OtherContextWindow = ListedModelBuilder.ReadTokens(reader);
                    break;
                case "max_completion_tokens":
                    reader.Read();
                    model.MaxOutputTokens = ListedModelBuilder.ReadTokens(reader);
                    break;
                default:
                    reader.Read();
                    break;
            }

            reader.SkipValue();
        }
    }

    // "response_format" alone means JSON without a schema. It does not deny support for schemas.
    private static void ReadParameters(JsonReader reader, ListedModelBuilder model)
    {
        if (!reader.Read() || reader.Token != JsonToken.StartArray)
        {
            return;
        }

        ModelCapabilities can = ModelCapabilities.None;
        bool hasFormat = false;
        while (reader.ReadElement())
        {
            if (reader.Token == JsonToken.String)
            {
                can |= reader.Text switch
                {
                    "tools" => ModelCapabilities.Tools,
                    "structured_outputs" => ModelCapabilities.StructuredOutput,
                    "reasoning" or "include_reasoning" => ModelCapabilities.Reasoning,
                    _ => ModelCapabilities.None,
                };
                hasFormat |= reader.Text.SequenceEqual("response_format".AsSpan());
            }

            reader.SkipValue();
        }

        model.Forget(ModelCapabilities.StructuredOutput);
        model.Can(ModelCapabilities.Tools, (can & ModelCapabilities.Tools) != 0);
        model.Can(ModelCapabilities.Reasoning, (can & ModelCapabilities.Reasoning) != 0);
        if ((can & ModelCapabilities.StructuredOutput) != 0 || !hasFormat)
        {
            model.Can(ModelCapabilities.StructuredOutput, (can & ModelCapabilities.StructuredOutput) != 0);
        }
    }
}
