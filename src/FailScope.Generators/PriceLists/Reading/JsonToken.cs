namespace FailScope.Generators.PriceLists.Reading;

/// <summary>What <see cref="JsonReader"/> stands at.</summary>
internal enum JsonToken
{
    /// <summary>Before the first token, behind the last one, or behind a problem.</summary>
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
