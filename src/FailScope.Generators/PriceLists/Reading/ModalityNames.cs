using FailScope.Generators.Shared;

namespace FailScope.Generators.PriceLists.Reading;

/// <summary>The kinds of content that a model can read and respond with, by their names in OpenRouter's, LiteLLM's and models.dev's lists.</summary>
internal static class ModalityNames
{
    /// <summary>
    /// Reads the array after a name. A value that is not in the array is denied, if the format lists all supported values.
    /// </summary>
    internal static void ReadInput(JsonReader reader, ListedModelBuilder model, ModelCapabilities denies)
    {
        if (Read(reader, isInput: true) is { } can)
        {
            model.Can(denies & ~can, false);
            model.Can(can, true);
        }
    }

    /// <inheritdoc cref="ReadInput"/>
    internal static void ReadOutput(JsonReader reader, ListedModelBuilder model)
    {
        if (Read(reader, isInput: false) is { } can)
        {
            model.Can((ModelCapabilities.ImageOutput | ModelCapabilities.AudioOutput) & ~can, false);
            model.Can(can, true);
        }
    }

    private static ModelCapabilities? Read(JsonReader reader, bool isInput)
    {
        if (!reader.Read() || reader.Token != JsonToken.StartArray)
        {
            return null;
        }

        var names = new Names(isInput);
        reader.ReadElements(names, static (reader, names) => names.Add(reader));
        return names.Can;
    }

    private sealed class Names(bool isInput)
    {
        internal ModelCapabilities Can { get; private set; }

        internal void Add(JsonReader reader) => Can |= reader.Token != JsonToken.String ? ModelCapabilities.None : reader.Text switch
        {
            "image" => isInput ? ModelCapabilities.Vision : ModelCapabilities.ImageOutput,
            "audio" => isInput ? ModelCapabilities.AudioInput : ModelCapabilities.AudioOutput,
            "file" or "pdf" when isInput => ModelCapabilities.FileInput,
            _ => ModelCapabilities.None,
        };
    }
}
