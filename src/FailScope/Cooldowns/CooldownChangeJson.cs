using System.Buffers;
using System.Text;
using System.Text.Json;

namespace FailScope;

/// <summary>Reads and writes a change as JSON: one flat object with a version number.</summary>
internal static class CooldownChangeJson
{
    private const int Version = 1;

    internal static string Write(CooldownChange change)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Write(writer, change);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    internal static void Write(Utf8JsonWriter writer, CooldownChange change)
    {
        writer.WriteStartObject();
        writer.WriteNumber("v", Version);
        writer.WriteString("change", change.Kind.ToString());
        writer.WriteString("scope", change.Scope.Value);
        WriteIfAny(writer, "tenant", change.Tenant);
        writer.WriteBoolean("allTenants", change.IsForAllTenants);
        writer.WriteBoolean("includesFree", change.IncludesFree);
        writer.WriteNumber("stamp", change.Stamp);
        if (change.EndedUntil > 0)
        {
            writer.WriteNumber("endedUntil", change.EndedUntil);
        }

        if (change.Failure is { } failure)
        {
            writer.WriteNumber("until", failure.Until);
            writer.WriteNumber("since", failure.Since);
            writer.WriteString("cause", failure.Cause.ToString());
            WriteIfAny(writer, "evidence", failure.Evidence);
            writer.WriteString("reportedBy", failure.ReportedBy.Value);
            writer.WriteNumber("failedProbes", failure.FailedProbes);
            WriteIfAny(writer, "keyHash", failure.KeyHash);
        }

        writer.WriteEndObject();
    }

    /// <summary>Reads a change; null if this version does not understand it.</summary>
    internal static CooldownChange? Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object
            || Number(json, "v") != Version
            || !Enum.TryParse(Text(json, "change"), out CooldownChangeKind kind) || !Enum.IsDefined(kind)
            || !ScopeKey.TryParse(Text(json, "scope"), out IScopeKey? scope)
            || Number(json, "stamp") is not { } stamp || stamp < 0 || stamp > DateTimeOffset.MaxValue.UtcTicks
            || Flag(json, "includesFree") is not { } includesFree
            || Flag(json, "allTenants") is not { } allTenants)
        {
            return null;
        }

        string? tenant = Text(json, "tenant");
        return kind switch
        {
            CooldownChangeKind.Reset => CooldownChange.ForReset(scope, tenant, allTenants, stamp),
            CooldownChangeKind.Answered => CooldownChange.ForEnd(scope, tenant, includesFree, stamp, DeadlineOf(json, "endedUntil") ?? 0),
            _ => ReadFailure(json, stamp) is { } failure ? CooldownChange.ForFailure(scope, tenant, includesFree, failure) : null,
        };
    }

    private static CooldownEvidence? ReadFailure(JsonElement json, long stamp) =>
        DeadlineOf(json, "until") is { } until
        && Number(json, "since") is { } since && IsInstant(since)
        && Enum.TryParse(Text(json, "cause"), out FailureKind cause) && Enum.IsDefined(cause)
        && ScopeKey.TryParse(Text(json, "reportedBy"), out IScopeKey? key) && key is ModelScopeKey reportedBy
        && Number(json, "failedProbes") is >= 0 and <= int.MaxValue and var failedProbes
            ? new CooldownEvidence(stamp, until, since, cause, Text(json, "evidence"), reportedBy, (int)failedProbes, Text(json, "keyHash"))
            : null;

    private static long? DeadlineOf(JsonElement json, string name) =>
        Number(json, name) is { } ticks && (ticks == CooldownEvidence.UntilReset || IsInstant(ticks)) ? ticks : null;

    private static bool IsInstant(long ticks) => ticks >= 0 && ticks <= DateTimeOffset.MaxValue.UtcTicks;

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static long? Number(JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out long number) ? number : null;

    private static bool? Flag(JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : null;

    private static void WriteIfAny(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }
}
