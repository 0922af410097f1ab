using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FailScope;

/// <summary>
/// A <see cref="FallbackTrail"/> as it is written into JSON: names, kinds and numbers instead of models, failures and exceptions.
/// It can be read back in any process, whatever its catalog; for an answer that comes out of a cache it is all that is left.
/// </summary>
/// <remarks>Contains nothing that a provider said, and no secret.</remarks>
[JsonConverter(typeof(FallbackTrailRecordJsonConverter))]
public sealed class FallbackTrailRecord
{
    internal FallbackTrailRecord(string chain, string? answeredBy, IReadOnlyList<AttemptRecord> attempts, IReadOnlyList<SkippedRecord> skipped)
    {
        Chain = chain;
        AnsweredBy = answeredBy;
        Attempts = attempts;
        Skipped = skipped;
    }

    /// <summary>The name of the chain.</summary>
    public string Chain { get; }

    /// <summary>The name of the model that answered; null where none did.</summary>
    public string? AnsweredBy { get; }

    /// <summary>Every attempt, in order.</summary>
    public IReadOnlyList<AttemptRecord> Attempts { get; }

    /// <summary>The models that were passed over, as in <see cref="FallbackTrail.Skipped"/>.</summary>
    public IReadOnlyList<SkippedRecord> Skipped { get; }

    /// <summary>Reads the JSON of a trail, as it stands in an answer that comes out of a cache.</summary>
    /// <param name="json">The JSON.</param>
    /// <param name="record">The record; null where it is not the JSON of a trail.</param>
    public static bool TryRead(JsonElement json, [NotNullWhen(true)] out FallbackTrailRecord? record)
    {
        record = FallbackTrailRecordJsonConverter.Read(json);
        return record is not null;
    }

    /// <summary>The record of a trail.</summary>
    internal static FallbackTrailRecord Of(FallbackTrail trail) => new(
        trail.Chain.Name,
        trail.AnsweredBy?.Name,
        [.. trail.Attempts.Select(attempt => new AttemptRecord(attempt.Model.Name, attempt.Duration, attempt.Failure?.Kind))],
        [.. trail.Skipped.Select(skipped => new SkippedRecord(skipped.Model.Name, skipped.Reason, skipped.Scope?.Value, skipped.Since?.Number)
        {
            Cause = skipped.Cooldown?.Cause,
            ReportedBy = skipped.Cooldown?.ReportedBy.Value,
            CoolingSince = skipped.Cooldown?.Since,
            CoolingUntil = skipped.Cooldown?.Until,
        })]);
}
