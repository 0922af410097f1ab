namespace FailScope.Generators.PriceLists.Reading;

/// <summary>The current position of <see cref="JsonReader"/>.</summary>
internal enum JsonToken
{
    /// <summary>Before the first token, after the last one, or after a problem.</summary>
    None,
    StartObject,
    EndObject,
    StartArray,
    EndArray,

    /// <summary>The name of a member; its value is the next token.</summary>
    Name,
    String,
    Number,
    True,
    False,
    Null,
}
