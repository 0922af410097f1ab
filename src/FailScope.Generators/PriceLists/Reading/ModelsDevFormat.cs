using System;
using FailScope.Generators.Pricing;
using FailScope.Generators.Shared;

namespace FailScope.Generators.PriceLists.Reading;

/// <summary>
/// The models of one provider in the <c>api.json</c> of models.dev:
/// <c>{"id": {"cost": {"input": 3, …}, "limit": {"context": 200000, …}, …}, …}</c>.
/// </summary>
internal static class ModelsDevFormat
{
    /// <summary>Reads the object that is the value of <c>models</c>.</summary>
    internal static void ReadModels(JsonReader reader, string provider, PriceList list)
    {
        while (reader.ReadMember())
        {
            string id = reader.Text.ToString();
            reader.Read();
            if (reader.Token == JsonToken.StartObject)
            {
                ReadModel(reader, new ListedModelBuilder { Provider = provider, Id = id, Line = reader.TokenLine }, list);
            }

            reader.SkipValue();
        }
    }

    private static void ReadModel(JsonReader reader, ListedModelBuilder model, PriceList list)
    {
        while (reader.ReadMember())
        {
            switch (reader.Text)
            {
                case "tool_call":
                    reader.Read();
                    model.SetCapability(ModelCapabilities.Tools, reader);
                    break;
                case "reasoning":
                    reader.Read();
                    model.SetCapability(ModelCapabilities.Reasoning, reader);
                    break;
                case "structured_output":
                    reader.Read();
                    model.SetCapability(ModelCapabilities.StructuredOutput, reader);
                    break;
                case "release_date" or "last_updated":
                    reader.Read();
                    if (ListedModelBuilder.ReadDate(reader) is { } date)
                    {
                        list.AddDate(date);
                    }

                    break;
                case "modalities":
                    ReadModalities(reader, model);
                    break;
                case "limit":
                    ReadLimits(reader, model);
                    break;
                case "cost":
                    model.ClearPrices();
                    ReadPrices(reader, model, isOtherTier: false);
                    break;
                default:
                    reader.Read();
                    break;
            }

            reader.SkipValue();
        }

        if (model.Build() is { } listed)
        {
            list.Format = PriceListFormat.ModelsDev;
            list.Add(listed);
        }
    }

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
                case "input":
                    ModalityNames.ReadInput(reader, model, denies: ModelCapabilities.Vision | ModelCapabilities.AudioInput | ModelCapabilities.FileInput);
                    break;
                case "output":
                    ModalityNames.ReadOutput(reader, model);
                    break;
                default:
                    reader.Read();
                    break;
            }

            reader.SkipValue();
        }
    }

    private static void ReadLimits(JsonReader reader, ListedModelBuilder model)
    {
        if (!reader.Read() || reader.Token != JsonToken.StartObject)
        {
            return;
        }

        while (reader.ReadMember())
        {
            switch (reader.Text)
            {
                case "context":
                    reader.Read();
                    model.ContextWindow = ListedModelBuilder.ReadTokens(reader);
                    break;
                case "input":
                    reader.Read();
                    model.OtherContextWindow = ListedModelBuilder.ReadTokens(reader);
                    break;
                case "output":
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

    private static void ReadPrices(JsonReader reader, ListedModelBuilder model, bool isOtherTier)
    {
        if (reader.Token == JsonToken.Name)
        {
            reader.Read();
        }

        if (reader.Token != JsonToken.StartObject)
        {
            return;
        }

        while (reader.ReadMember())
        {
            Price? price = PriceNamed(reader.Text);
            if (price is { } named)
            {
                reader.Read();
                if (isOtherTier)
                {
                    model.AddOtherTier(named, reader, 0);
                }
                else
                {
                    model.SetPrice(named, reader, 0);
                }
            }
            else if (!isOtherTier)
            {
                ReadOtherPrice(reader, model);
            }
            else
            {
                reader.Read();
            }

            reader.SkipValue();
        }
    }

    // "tiers": [{"input": 10, …, "tier": {…}}], and "context_over_200k": {"input": 6, …} before there were tiers.
    private static void ReadOtherPrice(JsonReader reader, ListedModelBuilder model)
    {
        string name = reader.Text.ToString();
        reader.Read();
        if (reader.Token == JsonToken.StartObject)
        {
            ReadPrices(reader, model, isOtherTier: true);
        }
        else if (reader.Token == JsonToken.StartArray)
        {
            while (reader.ReadElement())
            {
                ReadPrices(reader, model, isOtherTier: true);
                reader.SkipValue();
            }
        }
        else
        {
            model.AddUnnamedPrice(name, reader);
        }
    }

    private static Price? PriceNamed(ReadOnlySpan<char> name) => name switch
    {
        "input" => Price.InputUsdPerMillion,
        "output" => Price.OutputUsdPerMillion,
        "cache_read" => Price.CacheReadUsdPerMillion,
        "cache_write" => Price.CacheWriteUsdPerMillion,
        "reasoning" => Price.ReasoningUsdPerMillion,
        "input_audio" => Price.AudioInputUsdPerMillion,
        "output_audio" => Price.AudioOutputUsdPerMillion,
        _ => null,
    };
}
