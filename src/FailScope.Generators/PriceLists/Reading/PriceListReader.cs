using System.IO;

namespace FailScope.Generators.PriceLists.Reading;

/// <summary>
/// Reads a published list of models in any of the three formats. The list is untrusted: whatever it contains, the result is
/// a list or one problem. Memory is bounded by <see cref="PriceList.MostModels"/> and the limits of <see cref="JsonReader"/>.
/// </summary>
internal static class PriceListReader
{
    private static readonly PriceListProblem UnknownFormat = new(1, 1, "has none of the known formats: OpenRouter's /api/v1/models, LiteLLM's model_prices_and_context_window.json, the api.json of models.dev", IsFormat: true);

    /// <param name="text">The content. Exceptions from its <c>Read</c> are passed on, except for invalid UTF-8.</param>
    /// <param name="name">The name of the list in messages: its file name.</param>
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
            reader.SkipRest();
        }

        // Text after the end of the JSON is also a problem.
        reader.Read();
        PriceListProblem? problem = reader.Problem
            ?? (list.Format == PriceListFormat.Unknown ? UnknownFormat : null)
            ?? (list.Count > PriceList.MostModels ? new PriceListProblem(1, 1, $"has more than {PriceList.MostModels} models, the limit for a price list") : null);
        return problem is null ? new PriceListReading(list, null) : new PriceListReading(null, problem);
    }

    private static void ReadEntries(JsonReader reader, PriceList list, bool isRoot) => reader.ReadMembers((list, isRoot), static (reader, state) =>
    {
        (PriceList list, bool isRoot) = state;
        string name = reader.Text.ToString();
        int line = reader.TokenLine;
        if (isRoot && name == "last_updated" && ListedModelBuilder.ReadDate(reader) is { } date)
        {
            list.AddDate(date);
        }

        // Moves from a name to its value. ReadDate may already have done so.
        if (reader.Token == JsonToken.Name)
        {
            reader.Read();
        }

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
        }
    });

    // Either a model of LiteLLM or a provider of models.dev. Only the contents show which.
    private static void ReadEntry(JsonReader reader, string name, int line, PriceList list)
    {
        var model = new LiteLLMFormat(name, line);
        string? endpoint = null;
        reader.ReadMembers(list, (reader, list) =>
        {
            switch (reader.Text)
            {
                case "models" when ListedModelBuilder.IsId(name):
                    ModelsDevFormat.ReadModels(reader, name, list);
                    break;
                case "api":
                    endpoint = ListedModelBuilder.ReadText(reader);
                    break;
                default:
                    model.Read(reader);
                    break;
            }
        });
        model.AddTo(list);
        if (endpoint is not null)
        {
            list.AddEndpoint(name, endpoint);
        }
    }
}
