using System.Text.Json;
using System.Text.Json.Serialization;

namespace FailScope;

/// <summary>
/// Writes a trail where an answer that bears it is written: into a cache, a log, a web page. Names, kinds and numbers only:
/// exceptions and what providers said stay out.
/// </summary>
internal sealed class FallbackTrailJsonConverter : JsonConverter<FallbackTrail>
{
    public override FallbackTrail Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("A trail is written, never read: its models are those of the process it comes from.");

    public override void Write(Utf8JsonWriter writer, FallbackTrail value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("chain", value.Chain.Name);
        writer.WriteString("answeredBy", value.AnsweredBy?.Name);
        writer.WriteStartArray("attempts");
        foreach (FallbackAttempt attempt in value.Attempts)
        {
            writer.WriteStartObject();
            writer.WriteString("model", attempt.Model.Name);
            writer.WriteNumber("milliseconds", Math.Round(attempt.Duration.TotalMilliseconds, 3));
            if (attempt.Failure is { } failure)
            {
                writer.WriteString("failure", failure.Kind.ToString());
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("skipped");
        foreach (SkippedModel skipped in value.Skipped)
        {
            writer.WriteStartObject();
            writer.WriteString("model", skipped.Model.Name);
            writer.WriteString("reason", skipped.Reason.ToString());
            if (skipped.Scope is { } scope)
            {
                writer.WriteString("scope", scope.Value);
            }

            if (skipped.Since is { } since)
            {
                writer.WriteNumber("sinceAttempt", since.Number);
            }

            if (skipped.Cooldown is { } cooldown)
            {
                writer.WriteString("cause", cooldown.Cause.ToString());
                writer.WriteString("reportedBy", cooldown.ReportedBy.Value);
                writer.WriteString("since", cooldown.Since);
                if (cooldown.Until is { } until)
                {
                    writer.WriteString("until", until);
                }
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
