using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace FailScope;

/// <summary>
/// The telemetry of the clients over a chain, named after OpenTelemetry's conventions for generative AI. None of it
/// contains a prompt, an answer or a secret.
/// </summary>
/// <remarks>
/// <para>Spans: <c>fallback {chain}</c> for a turn, and in it <c>chat {model id}</c> (or
/// <c>embeddings {model id}</c>) for each attempt, failed ones with the
/// status Error and the <see cref="FailureKind"/> as <c>error.type</c>.</para>
/// <para>Metrics: <c>gen_ai.client.operation.duration</c> (s) for each attempt, whose <c>error.type</c> counts failures by kind;
/// <c>failscope.turn.duration</c> (s) for each turn; <c>failscope.skipped_models</c> for models that were skipped, by
/// <c>failscope.skip_reason</c> and the kind of the retired scope; <c>failscope.cooldowns</c> for the cool-downs in force, by the kind of
/// their scope.</para>
/// </remarks>
public static class FallbackTelemetry
{
    /// <summary>The name of the <see cref="ActivitySource"/>.</summary>
    public const string ActivitySourceName = "FailScope";

    /// <summary>The name of the <see cref="Meter"/>.</summary>
    public const string MeterName = "FailScope";
}
