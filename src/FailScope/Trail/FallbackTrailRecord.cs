using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FailScope;

/// <summary>
/// A <see cref="FallbackTrail"/> in the form that is written to JSON: names, kinds and numbers instead of models, failures and exceptions.
/// Any process can read it, whatever its catalog. For a response from a cache, only this form is available.
/// </summary>
/// <remarks>Contains no text from a provider, and no secret.</remarks>
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

    /// <summary>The name of the model that answered; null if none did.</summary>
    public string? AnsweredBy { get; }

    /// <summary>Every attempt, in order.</summary>
    public IReadOnlyList<AttemptRecord> Attempts { get; }

    /// <summary>The models that were skipped, as in <see cref="FallbackTrail.Skipped"/>.</summary>
    public IReadOnlyList<SkippedRecord> Skipped { get; }

    /// <summary>Reads the JSON of a trail, for example from a cached response.</summary>
    /// <param name="json">The JSON.</param>
    /// <param name="record">The record; null if the JSON is not a trail.</param>
    public static bool TryRead(JsonElement json, [NotNullWhen(true)] out FallbackTrailRecord? record)
    {
        record = FallbackTrailRecordJsonConverter.Read(json);
        return record is not null;
    }

    /// <summary>Converts a trail to its record.</summary>
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
