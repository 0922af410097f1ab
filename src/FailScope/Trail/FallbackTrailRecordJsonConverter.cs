using System.Text.Json;
using System.Text.Json.Serialization;

namespace FailScope;

/// <summary>Reads and writes the JSON of a trail. Hand-written, because reflection would break with trimming.</summary>
internal sealed class FallbackTrailRecordJsonConverter : JsonConverter<FallbackTrailRecord>
{
    public override FallbackTrailRecord Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        return Read(document.RootElement) ?? throw new JsonException("The JSON is not a fallback trail.");
    }

    /// <summary>Reads a trail; null if the JSON is not a trail.</summary>
    internal static FallbackTrailRecord? Read(JsonElement trail)
    {
        try
        {
            return new FallbackTrailRecord(
                Name(trail, "chain"),
                Text(trail, "answeredBy"),
                [.. trail.GetProperty("attempts").EnumerateArray().Select(attempt => new AttemptRecord(
                    Name(attempt, "model"),
                    TimeSpan.FromMilliseconds(attempt.GetProperty("milliseconds").GetDouble()),
                    Text(attempt, "failure") is { } kind ? Known(kind, FailureKind.Unknown) : null))],
                [.. trail.GetProperty("skipped").EnumerateArray().Select(skipped => new SkippedRecord(
                    Name(skipped, "model"),
                    Known(Name(skipped, "reason"), SkipReason.Excluded),
                    Text(skipped, "scope"),
                    skipped.TryGetProperty("sinceAttempt", out JsonElement since) ? since.GetInt32() : null)
                {
                    Cause = Text(skipped, "cause") is { } cause ? Known(cause, FailureKind.Unknown) : null,
                    ReportedBy = Text(skipped, "reportedBy"),
                    CoolingSince = skipped.TryGetProperty("since", out JsonElement start) ? start.GetDateTimeOffset() : null,
                    CoolingUntil = skipped.TryGetProperty("until", out JsonElement end) ? end.GetDateTimeOffset() : null,
                })]);
        }
        catch (Exception exception) when (exception is KeyNotFoundException or InvalidOperationException or FormatException or OverflowException)
        {
            // Damaged, or written by other software.
            return null;
        }
    }

    public override void Write(Utf8JsonWriter writer, FallbackTrailRecord value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("chain", value.Chain);
        writer.WriteString("answeredBy", value.AnsweredBy);
        writer.WriteStartArray("attempts");
        foreach (AttemptRecord attempt in value.Attempts)
        {
            writer.WriteStartObject();
            writer.WriteString("model", attempt.Model);
            writer.WriteNumber("milliseconds", Math.Round(attempt.Duration.TotalMilliseconds, 3));
            if (attempt.Failure is { } failure)
            {
                writer.WriteString("failure", failure.ToString());
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("skipped");
        foreach (SkippedRecord skipped in value.Skipped)
        {
            writer.WriteStartObject();
            writer.WriteString("model", skipped.Model);
            writer.WriteString("reason", skipped.Reason.ToString());
            if (skipped.Scope is { } scope)
            {
                writer.WriteString("scope", scope);
            }

            if (skipped.SinceAttempt is { } since)
            {
                writer.WriteNumber("sinceAttempt", since);
            }

            if (skipped.Cause is { } cause)
            {
                writer.WriteString("cause", cause.ToString());
                writer.WriteString("reportedBy", skipped.ReportedBy);
            }

            if (skipped.CoolingSince is { } start)
            {
                writer.WriteString("since", start);
            }

            if (skipped.CoolingUntil is { } end)
            {
                writer.WriteString("until", end);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static string Name(JsonElement element, string name) => element.GetProperty(name).GetString() ?? throw new FormatException();

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    // The value may come from a newer version.
    private static T Known<T>(string name, T otherwise)
        where T : struct, Enum =>
        Enum.TryParse(name, out T value) && Enum.IsDefined(value) ? value : otherwise;
}
