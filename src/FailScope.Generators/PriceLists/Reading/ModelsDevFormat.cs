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
    /// <summary>Reads the object after the name <c>models</c>.</summary>
    internal static void ReadModels(JsonReader reader, string provider, PriceList list) => reader.ReadObject((provider, list), static (reader, state) =>
    {
        string id = reader.Text.ToString();
        reader.Read();
        if (reader.Token == JsonToken.StartObject)
        {
            ReadModel(reader, new ListedModelBuilder { Provider = state.provider, Id = id, Line = reader.TokenLine }, state.list);
        }
    });

    private static void ReadModel(JsonReader reader, ListedModelBuilder model, PriceList list)
    {
        reader.ReadMembers((model, list), static (reader, state) => ReadMember(reader, state.model, state.list));
        if (model.Build() is { } listed)
        {
            list.Format = PriceListFormat.ModelsDev;
            list.Add(listed);
        }
    }

    private static void ReadMember(JsonReader reader, ListedModelBuilder model, PriceList list)
    {
        switch (reader.Text)
        {
            case "tool_call":
                model.SetCapability(ModelCapabilities.Tools, reader);
                break;
            case "reasoning":
                model.SetCapability(ModelCapabilities.Reasoning, reader);
                break;
            case "structured_output":
                model.SetCapability(ModelCapabilities.StructuredOutput, reader);
                break;
            case "release_date" or "last_updated":
                if (ListedModelBuilder.ReadDate(reader) is { } date)
                {
                    list.AddDate(date);
                }

                break;
            case "modalities":
                reader.ReadObject(model, ReadModality);
                break;
            case "limit":
                reader.ReadObject(model, ReadLimit);
                break;
            case "cost":
                model.ClearPrices();
                reader.ReadObject(model, ReadPrice);
                break;
        }
    }

    private static void ReadModality(JsonReader reader, ListedModelBuilder model)
    {
        switch (reader.Text)
        {
            case "input":
                ModalityNames.ReadInput(reader, model, denies: ModelCapabilities.Vision | ModelCapabilities.AudioInput | ModelCapabilities.FileInput);
                break;
            case "output":
                ModalityNames.ReadOutput(reader, model);
                break;
        }
    }

    private static void ReadLimit(JsonReader reader, ListedModelBuilder model)
    {
        switch (reader.Text)
        {
            case "context":
                model.ContextWindow = ListedModelBuilder.ReadTokens(reader);
                break;
            case "input":
                model.OtherContextWindow = ListedModelBuilder.ReadTokens(reader);
                break;
            case "output":
                model.MaxOutputTokens = ListedModelBuilder.ReadTokens(reader);
                break;
        }
    }

    // Now "tiers": [{"input": 10, …, "tier": {…}}], earlier "context_over_200k": {"input": 6, …}.
    private static void ReadPrice(JsonReader reader, ListedModelBuilder model)
    {
        if (PriceNamed(reader.Text) is { } price)
        {
            model.SetPrice(price, reader, 0);
            return;
        }

        string name = reader.Text.ToString();
        reader.Read();
        switch (reader.Token)
        {
            case JsonToken.StartObject:
                reader.ReadMembers(model, ReadOtherTier);
                break;
            case JsonToken.StartArray:
                reader.ReadElements(model, static (reader, model) =>
                {
                    if (reader.Token == JsonToken.StartObject)
                    {
                        reader.ReadMembers(model, ReadOtherTier);
                    }
                });
                break;
            default:
                model.AddUnnamedPrice(name, reader);
                break;
        }
    }

    private static void ReadOtherTier(JsonReader reader, ListedModelBuilder model)
    {
        if (PriceNamed(reader.Text) is { } price)
        {
            model.AddOtherTier(price, reader, 0);
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
