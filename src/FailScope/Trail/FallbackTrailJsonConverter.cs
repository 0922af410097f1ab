using System.Text.Json;
using System.Text.Json.Serialization;

namespace FailScope;

/// <summary>Writes a trail as part of a response that is serialized, for example to a cache, a log or a web page.</summary>
internal sealed class FallbackTrailJsonConverter : JsonConverter<FallbackTrail>
{
    private static readonly FallbackTrailRecordJsonConverter Record = new();

    public override FallbackTrail Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException($"A trail refers to the models of its process and cannot be read from JSON. Read it as a {nameof(FallbackTrailRecord)}.");

    public override void Write(Utf8JsonWriter writer, FallbackTrail value, JsonSerializerOptions options) => Record.Write(writer, value.ToRecord(), options);
}
