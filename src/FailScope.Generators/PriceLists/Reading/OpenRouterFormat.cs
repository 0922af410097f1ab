using System;
using FailScope.Generators.Pricing;
using FailScope.Generators.Shared;

namespace FailScope.Generators.PriceLists.Reading;

/// <summary>The response of OpenRouter's models endpoint: <c>{"data": [{"id": …, "pricing": {"prompt": "0.000003", …}, …}, …]}</c>.</summary>
internal static class OpenRouterFormat
{
    /// <summary>The only provider in such a list.</summary>
    internal const string Provider = "openrouter";

    // The list has prices per token; this power of ten converts them to prices per million.
    private const int PerToken = 6;

    private static readonly DateTime UnixEpoch = new(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Reads the array that is the value of <c>data</c>, from its start.</summary>
    internal static void ReadModels(JsonReader reader, PriceList list) => reader.ReadElements(list, static (reader, list) =>
    {
        if (reader.Token == JsonToken.StartObject)
        {
            var entry = new Entry(list, reader.TokenLine);
            reader.ReadMembers(entry, static (reader, entry) => entry.Read(reader));
            entry.Add();
        }
    });

    // Other prices for longer prompts, for hours of the day, or for a limited time.
    private static void ReadOverride(JsonReader reader, ListedModelBuilder model)
    {
        if (reader.Token == JsonToken.StartObject)
        {
            reader.ReadMembers(model, static (reader, model) =>
            {
                if (PriceNamed(reader.Text) is { } price)
                {
                    model.AddOtherTier(price.Price, reader, price.Shift);
                }
            });
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
    private static void ReadModality(JsonReader reader, ListedModelBuilder model)
    {
        switch (reader.Text)
        {
            case "input_modalities":
                ModalityNames.ReadInput(reader, model, denies: ModelCapabilities.Vision | ModelCapabilities.AudioInput);
                break;
            case "output_modalities":
                ModalityNames.ReadOutput(reader, model);
                break;
        }
    }

    private static void ReadTopProvider(JsonReader reader, ListedModelBuilder model)
    {
        switch (reader.Text)
        {
            case "context_length":
                model.OtherContextWindow = ListedModelBuilder.ReadTokens(reader);
                break;
            case "max_completion_tokens":
                model.MaxOutputTokens = ListedModelBuilder.ReadTokens(reader);
                break;
        }
    }

    /// <summary>An entry that is being read.</summary>
    private sealed class Entry(PriceList list, int line)
    {
        private readonly ListedModelBuilder _model = new() { Provider = Provider, Line = line };
        private string? _permanentId;
        private bool _hasPrices;

        internal void Read(JsonReader reader)
        {
            switch (reader.Text)
            {
                case "id":
                    _model.Id = ListedModelBuilder.ReadText(reader);
                    _model.IsAlias = _model.Id is ['~', ..];
                    break;
                case "canonical_slug":
                    _permanentId = ListedModelBuilder.ReadText(reader);
                    break;
                case "created":
                    AddCreationDate(reader);
                    break;
                case "context_length":
                    _model.ContextWindow = ListedModelBuilder.ReadTokens(reader);
                    break;
                case "expiration_date":
                    _model.Expires = ListedModelBuilder.ReadExpiry(reader);
                    break;
                case "pricing":
                    ReadPrices(reader);
                    break;
                case "architecture":
                    reader.ReadObject(_model, ReadModality);
                    break;
                case "top_provider":
                    reader.ReadObject(_model, ReadTopProvider);
                    break;
                case "supported_parameters":
                    ReadParameters(reader);
                    break;
            }
        }

        // Other providers use the same response format, without prices.
        internal void Add()
        {
            if (!_hasPrices || _model.Build() is not { } listed)
            {
                return;
            }

            list.Format = PriceListFormat.OpenRouter;
            list.Add(listed);
            if (ListedModelBuilder.IsId(_permanentId) && listed.Id.IndexOf(':') < 0)
            {
                list.AddPermanentId(_permanentId!, listed);
            }
        }

        // A list is at least as new as its newest model.
        private void AddCreationDate(JsonReader reader)
        {
            if (reader.Read() && reader.Token == JsonToken.Number && ExactNumber.TryParse(reader.Text, 0, out decimal seconds) && seconds is > 0 and < 253_402_300_800)
            {
                list.AddDate(UnixEpoch.AddSeconds((double)seconds).Date);
            }
        }

        private void ReadPrices(JsonReader reader)
        {
            if (reader.Read() && reader.Token == JsonToken.StartObject)
            {
                _model.ClearPrices();
                reader.ReadMembers(this, static (reader, entry) => entry.ReadPrice(reader));
            }
        }

        private void ReadPrice(JsonReader reader)
        {
            if (reader.Text.SequenceEqual("overrides".AsSpan()))
            {
                reader.ReadArray(_model, ReadOverride);
            }
            else if (PriceNamed(reader.Text) is { } price)
            {
                _hasPrices |= price.Price is Price.InputUsdPerMillion or Price.OutputUsdPerMillion;
                _model.SetPrice(price.Price, reader, price.Shift);
            }
            else if (!reader.Text.SequenceEqual("discount".AsSpan()))
            {
                string name = reader.Text.ToString();
                reader.Read();
                _model.AddUnnamedPrice(name, reader);
            }
        }

        // "response_format" alone means JSON without a schema. It does not deny support for schemas.
        private void ReadParameters(JsonReader reader)
        {
            if (!reader.Read() || reader.Token != JsonToken.StartArray)
            {
                return;
            }

            var parameters = new Parameters();
            reader.ReadElements(parameters, static (reader, parameters) => parameters.Add(reader));
            _model.Forget(ModelCapabilities.StructuredOutput);
            Say(ModelCapabilities.Tools);
            Say(ModelCapabilities.Reasoning);
            if ((parameters.Can & ModelCapabilities.StructuredOutput) != 0 || !parameters.HasFormat)
            {
                Say(ModelCapabilities.StructuredOutput);
            }

            void Say(ModelCapabilities capability) => _model.Can(capability, (parameters.Can & capability) != 0);
        }
    }

    /// <summary>What the names of the supported request parameters say about a model.</summary>
    private sealed class Parameters
    {
        internal ModelCapabilities Can { get; private set; }

        internal bool HasFormat { get; private set; }

        internal void Add(JsonReader reader)
        {
            if (reader.Token != JsonToken.String)
            {
                return;
            }

            Can |= reader.Text switch
            {
                "tools" => ModelCapabilities.Tools,
                "structured_outputs" => ModelCapabilities.StructuredOutput,
                "reasoning" or "include_reasoning" => ModelCapabilities.Reasoning,
                _ => ModelCapabilities.None,
            };
            HasFormat |= reader.Text.SequenceEqual("response_format".AsSpan());
        }
    }
}
