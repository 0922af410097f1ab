using System.IO;

namespace FailScope.Generators.PriceLists.Reading;

/// <summary>
/// Reads a published list of models, in whatever of the three formats it is. The list is data: whatever it holds, the answer is
/// a list or one problem. Memory is bounded by <see cref="PriceList.MostModels"/> and the limits of <see cref="JsonReader"/>.
/// </summary>
internal static class PriceListReader
{
    private static readonly PriceListProblem UnknownFormat = new(1, 1, "has none of the known formats: OpenRouter's /api/v1/models, LiteLLM's model_prices_and_context_window.json, the api.json of models.dev", IsFormat: true);

    /// <param name="text">The content. Exceptions from its <c>Read</c> are passed on, except for invalid UTF-8.</param>
    /// <param name="name">The name by which messages speak of the list: that of its file.</param>
    internal static PriceListReading Read(TextReader text, string name)
    {
        var reader = new JsonReader(text);
        var list = new PriceList(name);
        if (reader.Read() && reader.Token == JsonToken.StartObject)
        {
            ReadEntries(reader, list, isRoot: true);
        }
        else
        {
            reader.SkipValue();
        }

        // Text after the end of the JSON is also a problem.
        reader.Read();
        PriceListProblem? problem = reader.Problem
            ?? (list.Format == PriceListFormat.Unknown ? UnknownFormat : null)
            ?? (list.Count > PriceList.MostModels ? new PriceListProblem(1, 1, $"has more than {PriceList.MostModels} models, the limit for a price list") : null);
        return problem is null ? new PriceListReading(list, null) : new PriceListReading(null, problem);
    }

    private static void ReadEntries(JsonReader reader, PriceList list, bool isRoot)
    {
        while (reader.ReadMember())
        {
            string name = reader.Text.ToString();
            int line = reader.TokenLine;
            reader.Read();
            switch (reader.Token)
            {
                case JsonToken.StartArray when isRoot && name == "data":
                    list.Clear();
                    OpenRouterFormat.ReadModels(reader, list);
                    break;
                case JsonToken.StartObject when isRoot && name == "providers":
                    ReadEntries(reader, list, isRoot: false);
                    break;
                case JsonToken.StartObject:
                    ReadEntry(reader, name, line, list);
                    break;
                case JsonToken.String when isRoot && name == "last_updated" && ListedModelBuilder.ReadDate(reader) is { } date:
                    list.AddDate(date);
                    break;
            }

            reader.SkipValue();
        }
    }

    // Either a model of LiteLLM or a provider of models.dev. Only the contents show which.
    private static void ReadEntry(JsonReader reader, string name, int line, PriceList list)
    {
        var model = new LiteLLMFormat(name, line);
        string? endpoint = null;
        while (reader.ReadMember())
        {
            switch (reader.Text)
            {
                case "models":
                    reader.Read();
                    if (reader.Token == JsonToken.StartObject && ListedModelBuilder.IsId(name))
                    {
                        ModelsDevFormat.ReadModels(reader, name, list);
                    }

                    break;
                case "api":
                    reader.Read();
                    endpoint = ListedModelBuilder.ReadText(reader);
                    break;
                default:
                    if (!model.TryRead(reader))
                    {
                        reader.Read();
                    }

                    break;
            }

            reader.SkipValue();
        }

        model.AddTo(list);
        if (endpoint is not null)
        {
            list.AddEndpoint(name, endpoint);
        }
    }
}
